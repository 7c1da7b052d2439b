/**
 * The roles that a token may carry, with what they stand for. What a role may do stands in `beleid-tabel.ts`.
 * Source of who does what: Houtskoolschets Jeugdhulp Plus landsdeel Zuidwest (2020), the chapters on casusregie and
 * plaatsingscoördinatie; Jeugdwet hoofdstuk 6.
 */
export const rollen = {
  'lokaal-team': 'Medewerker van het lokale team van de gemeente: voert casusregie voor en na het traject',
  jeugdbeschermer: 'Jeugdbeschermer van de gecertificeerde instelling: voert casusregie tijdens het traject',
  teamleider: 'Teamleider van de gecertificeerde instelling: wijst jeugdbeschermers toe en vervangt hen',
  plaatsingscoordinator: 'Plaatsingscoördinator van het landsdeel: verdeelt en reserveert de plekken',
  behandelaar: 'Behandelaar van de aanbieder: voert behandelregie zolang het verblijf loopt',
  gedragswetenschapper: 'Gekwalificeerde gedragswetenschapper: geeft of weigert instemming',
  reviewer: 'Lid van de kwartaalreview: bespreekt afwijkingen van het normenkader',
  regiosturing: 'Stuurt een regio op cijfers en ziet geen dossiers',
  beheer: 'Technisch beheerder: houdt het systeem draaiend en ziet geen dossiers',
  'functionaris-gegevensbescherming': 'Functionaris gegevensbescherming: ziet toe op het gebruik van gegevens',
  dienst: 'Onderdeel van het systeem zelf dat onder een eigen naam handelt',
} as const;

export type Rol = keyof typeof rollen;

export const isRol = (waarde: string): waarde is Rol => Object.hasOwn(rollen, waarde);

/** The parts of the system that act under their own name. A `dienst` has no rights but those of its name. */
export const diensten = {
  'dienst-demo': 'Vult een lege omgeving met het voorbeeldjaar',
  'dienst-cli':
    'Beantwoordt wat een beheerder op de opdrachtregel vraagt, toetst de normen op een dag, en herhaalt vernietigingen',
  'dienst-follower': 'Volgt het logboek en voert uit wat daaruit volgt',
  'dienst-klok': 'Meldt dat van een termijn een moment is gekomen, en opent de review van een kwartaal',
} as const;

export type Dienst = keyof typeof diensten;

export const isDienst = (subject: string): subject is Dienst => Object.hasOwn(diensten, subject);
