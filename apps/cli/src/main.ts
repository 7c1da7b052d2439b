import { type Command, CommanderError, InvalidArgumentError, program } from 'commander';
import { InstantSchema, isCodedError } from '@regielijn/kern';
import { sayError } from './failures.js';

/** What faker takes, and a column of PostgreSQL. */
const MOST_SEED = 2_147_483_647;

const seedOf = (text: string): number => {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED) throw new InvalidArgumentError('');
  return seed;
};

const momentOf = (text: string): string => {
  const { data, success } = InstantSchema.safeParse(text);
  if (!success) throw new InvalidArgumentError('');
  return data;
};

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Arguments:': 'Argumenten:',
};

program
  .name('regielijn')
  .description('Casusregie en plaatsing in de gesloten jeugdhulp')
  .exitOverride()
  // What is wrong with the line is said below, like every other failure.
  .configureOutput({ outputError: () => undefined })
  .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
  .helpOption('-h, --help', 'toon deze hulp')
  .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');

/** A command is loaded when it is given: nobody waits for the web server to see a list of options. */
const lazily =
  <Args extends unknown[]>(load: () => Promise<(...args: Args) => Promise<void>>) =>
  async (...args: Args): Promise<void> =>
    (await load())(...args);

const withCommonOptions = (command: Command): Command =>
  command.option('--data <map>', 'gegevensmap (standaard ./data)').option('--json', 'één JSON-document op stdout');
const common = (name: string, description: string): Command =>
  withCommonOptions(program.command(name).description(description));

common('start', 'start Regielijn; laadt in een lege map het voorbeeldjaar en de dossiers van vandaag')
  .option('--port <nummer>', 'poort (standaard 3000)')
  .option('--geen-demo', 'laad geen voorbeelden')
  .action(lazily(async () => (await import('./commands/start.js')).start));
common('demo', 'laad het voorbeeldjaar en de dossiers van vandaag in een lege map')
  .option('--cijfers <bestand>', 'tabellen van een andere regio of een ander jaar')
  .option('--seed <getal>', 'andere verzonnen dossiers met dezelfde cijfers', seedOf)
  .option('--nu <tijdstip>', 'dateer de dossiers van vandaag op dit tijdstip, zoals 2026-03-17T09:30:00Z', momentOf)
  .option('--zonder-vandaag', 'laad alleen het voorbeeldjaar, zonder de dossiers van vandaag')
  .action(lazily(async () => (await import('./commands/demo.js')).demo));
common('termijnen', 'toon welke termijnen lopen, of de klok haar werk doet')
  .option('--jeugdige <nummer>', 'alleen van deze jeugdige')
  .option('--regel <regel>', 'alleen deze regel of afspraak, zoals D5 of AFSTEMMING')
  .option('--casusregie <organisatie>', 'alleen waar deze organisatie de casusregie voert')
  .option('--stand <stand>', 'loopt, verstreken, staat_stil of klaar')
  .option('--controle', 'tel wat vergeten of dubbel gemeld is; allebei hoort 0 te zijn')
  .action(lazily(async () => (await import('./commands/termijnen.js')).termijnen));
common('opschalingen', 'toon welke vragen een ladder op gaan, wie aan zet is en tot wanneer, zonder namen')
  .option('--jeugdige <nummer>', 'alleen van deze jeugdige')
  .option('--ladder <ladder>', 'casus of norm')
  .option('--trede <trede>', 'zoals expertteam')
  .option('--stand <stand>', 'gevraagd, aangenomen, teruggegeven, beantwoord of afgesloten')
  .action(lazily(async () => (await import('./commands/opschalingen.js')).opschalingen));
common('terugkeren', 'toon wie er binnenkort terugkeert naar welke gemeente, en wat er is geregeld, zonder namen')
  .option('--gemeente <organisatie>', 'zoals gemeente-0599')
  .option('--stand <stand>', 'verwacht, open of gesloten')
  .option('--maanden <aantal>', 'wie binnen zoveel maanden terugkeert (standaard 6)')
  .option('--zonder-partner', 'alleen waar voor een levensgebied nog niemand is gevraagd')
  .option('--overzicht', 'de aantallen per gemeente')
  .action(lazily(async () => (await import('./commands/terugkeren.js')).terugkeren));
common('werklijst', 'toon wat er op een organisatie en een rol wacht, zonder namen')
  .requiredOption('--organisatie <organisatie>', 'zoals gi-jb-west')
  .requiredOption('--rol <rol>', 'zoals jeugdbeschermer')
  .option('--soort <soort>', 'termijn, overdracht, advies, opschaling, actie of terugkeer')
  .option('--jeugdige <nummer>', 'alleen van deze jeugdige')
  .option('--uiterlijk <datum>', 'alleen wat op deze dag of eerder klaar moet zijn')
  .action(lazily(async () => (await import('./commands/werklijst.js')).werklijst));
common('token', 'geef een token van een voorbeeldaccount')
  .requiredOption('--als <rol>', 'zoals jeugdbeschermer')
  .action(lazily(async () => (await import('./commands/token.js')).token));
common('dossiers', 'toon welke dossiers er zijn en wie de regie voert, zonder namen')
  .option('--status <status>', 'open, gesloten of vernietigd')
  .option('--regio <regio>', 'zoals rijnmond')
  .option('--casusregie <organisatie>', 'wie nu de casusregie voert, zoals gi-jb-west')
  .option('--medewerker <account>', 'wie nu de casusregie uitvoert')
  .option('--opgegaan', 'ook dossiers die in een ander dossier zijn opgegaan')
  .action(lazily(async () => (await import('./commands/dossiers.js')).dossiers));
common('berichten', 'toon de berichten aan organisaties: wat is verstuurd, wat wacht en wat niet lukte')
  .option('--stand <stand>', 'geen_adres, wacht, verzonden, opgegeven of vervallen')
  .option('--organisatie <organisatie>', 'alleen de berichten aan deze organisatie')
  .action(lazily(async () => (await import('./commands/berichten.js')).berichten));
common('ontvanger', 'stel in waar en wanneer iemand berichten krijgt')
  .requiredOption('--organisatie <organisatie>', 'zoals gi-jb-west')
  .requiredOption('--wijze <wijze>', 'direct, dagelijks of uit')
  .option('--account <account>', 'een medewerker; zonder account de gedeelde postbus van de organisatie')
  .option('--adres <adres>', 'het e-mailadres, behalve bij uit')
  .option('--uur <uur>', 'vanaf welk uur het overzicht uitgaat (standaard 8)')
  .action(lazily(async () => (await import('./commands/berichten.js')).ontvanger));
common('dossier <nummer>', 'toon een dossier, of het dossier van een traject, nu of op een dag')
  .option('--op <datum>', 'zoals het was aan het einde van die dag')
  .option('--bekend-op <datum>', 'zoals het bekend was aan het einde van die dag')
  .action(lazily(async () => (await import('./commands/dossier.js')).dossier));
common('rebuild', 'bouw alle leesmodellen opnieuw uit het logboek').action(
  lazily(async () => (await import('./commands/rebuild.js')).rebuild),
);
common('export', 'schrijf het logboek naar stdout, één gebeurtenis per regel, ook met --json')
  .option('--met-sleutels <bestand>', 'schrijf ook de sleutels, naar een eigen bestand')
  .action(lazily(async () => (await import('./commands/export.js')).exportCommand));
common('import', 'lees een export van stdin in een leeg logboek')
  .option('--met-sleutels <bestand>', 'lees de sleutels bij die export')
  .action(lazily(async () => (await import('./commands/import.js')).importCommand));
common('verify', 'controleer het hele logboek en alles wat eruit volgt').action(
  lazily(async () => (await import('./commands/verify.js')).verifyCommand),
);
withCommonOptions(
  program
    .command('keys')
    .description('de sleutels van de dossiers')
    .command('rotate')
    .description('verpak alle sleutels met een andere hoofdsleutel'),
)
  .requiredOption('--nieuwe-hoofdsleutel <bestand>', 'een bestand met 32 bytes in base64')
  .action(lazily(async () => (await import('./commands/keys-rotate.js')).keysRotate));
common('vernietigingen', 'toon welke dossiers zijn vernietigd, zonder namen')
  .option('--herhaal <bestand>', 'vernietig wat in deze lijst staat nog eens: nodig na het terugzetten van een back-up')
  .action(lazily(async () => (await import('./commands/vernietigingen.js')).vernietigingenCommand));
common('toets', 'toets elk open traject aan de normen, voor wat alleen door de tijd aan de beurt is')
  .requiredOption('--op <datum>', 'zoals het was aan het begin van die dag')
  .action(lazily(async () => (await import('./commands/toets.js')).toets));

const monitor = program.command('monitor').description('cijfers over een jaar');
withCommonOptions(monitor.command('plaatsingen').description('plaatsingen in een jaar'))
  .requiredOption('--jaar <jaar>', 'zoals 2019')
  .option('--definitie <naam>', 'jbwest (zonder overplaatsingen) of jzn (met)', 'jbwest')
  .action(lazily(async () => (await import('./commands/monitor.js')).monitorPlaatsingen));
withCommonOptions(monitor.command('bezetting').description('jeugdigen in zorg op de peildata van een jaar'))
  .requiredOption('--jaar <jaar>', 'zoals 2019')
  .action(lazily(async () => (await import('./commands/monitor.js')).monitorBezetting));

const review = program.command('review').description('de kwartaalreviews van afwijkingen');
withCommonOptions(review.command('lijst').description('welke reviews er zijn')).action(
  lazily(async () => (await import('./commands/review.js')).reviewLijst),
);
withCommonOptions(review.command('toon <review>').description('zaken, conclusies en acties van een review')).action(
  lazily(async () => (await import('./commands/review.js')).reviewToon),
);
withCommonOptions(review.command('pakket <review>').description('alles voor de deelnemers, als JSON'))
  .option('--html', 'als pagina om te lezen of te printen')
  .action(lazily(async () => (await import('./commands/review.js')).reviewPakket));
withCommonOptions(review.command('open').description('open wat op een tijdstip open moet zijn; dat gaat ook vanzelf'))
  .requiredOption('--op <tijdstip>', 'zoals 2026-07-01T09:00:00Z', momentOf)
  .action(lazily(async () => (await import('./commands/review.js')).reviewOpen));
withCommonOptions(review.command('wat-als').description('wat een ontwerp van de normen in een kwartaal zou vinden'))
  .requiredOption('--normenkader <bestand>', 'het ontwerp, zoals config/normenkader.json')
  .requiredOption('--kwartaal <kwartaal>', 'zoals 2026-K1')
  .action(lazily(async () => (await import('./commands/review-wat-als.js')).reviewWatAls));

/** Answers from the rules alone: no data folder is opened. */
const zonderOpslag = (command: Command): Command =>
  command.option('--schema', 'toon hoe een vraag eruitziet').option('--json', 'het antwoord is altijd JSON');

zonderOpslag(program.command('triage').description('lees profielen van stdin: welke variant past, en waarom')).action(
  lazily(async () => (await import('./commands/triage.js')).triage),
);
zonderOpslag(program.command('regie').description('lees situaties van stdin: wie voert welke regie')).action(
  lazily(async () => (await import('./commands/regie.js')).regie),
);
zonderOpslag(program.command('termijn').description('lees vragen van stdin: tot wanneer, volgens welk artikel')).action(
  lazily(async () => (await import('./commands/termijn.js')).termijn),
);
const norm = program.command('norm').description('de normen van het normenkader');
zonderOpslag(
  norm
    .command('toets')
    .description('lees feiten van stdin: wat de norm zegt die de vraag noemt, anders een lijst van alle elf'),
).action(lazily(async () => (await import('./commands/norm.js')).normToets));
withCommonOptions(norm.command('afwijkingen').description('elk traject met een afwijking in een kwartaal'))
  .requiredOption('--kwartaal <kwartaal>', 'zoals 2026-K3')
  .option('--terugblik', 'ook wat achteraf is berekend over de tijd voor het normenkader')
  .action(lazily(async () => (await import('./commands/norm-afwijkingen.js')).normAfwijkingen));
program
  .command('kalender [tijdstip]')
  .description('is dit een werkdag, een feestdag, kantoortijd')
  .option('--kalender <naam>', 'atw of atw_zonder_goedevrijdag_5mei')
  .option('--schema', 'toon hoe een vraag eruitziet')
  .option('--json', 'het antwoord is altijd JSON')
  .action(lazily(async () => (await import('./commands/kalender.js')).kalender));

// Whoever read our output is gone, as with `| head`. Unheard, that would end the process before anything is closed.
process.stdout.on('error', () => (process.exitCode = 1));

/** 0: all is well. 1: refused, wrong or not in order. 2: the command line itself is wrong. */
try {
  await program.parseAsync();
} catch (error) {
  const helpWasAsked = error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help');
  if (!helpWasAsked) sayError(error);
  process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : 1;
  // What was interrupted may still wait for its input.
  if (isCodedError(error, 'AFGEBROKEN')) process.exit();
}
