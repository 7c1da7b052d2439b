import { type Actor, type DomainEvent, type Past, VERNIETIGD } from '@regielijn/kern';
import type { z } from 'zod';
import { type Gebeurtenis, type GebeurtenisType, GebeurtenisSchema } from './normen/feiten.js';

/** A fact as the log has it, corrections applied. Which slice wrote it does not matter here: it is plain data. */
export type LogFeit = Past<DomainEvent> & { readonly metadata: { readonly actor: Actor } };

/** What the norms see of a fact, with the events that say so. */
export interface FeitUitLog {
  readonly ids: readonly string[];
  readonly gebeurtenis: Gebeurtenis;
}

type Data = Readonly<Record<string, unknown>>;

interface Rij {
  /** What it is to the norms; where its data decides, each of the things that it may be. */
  readonly soorten: readonly GebeurtenisType[];
  /** Which of them this one is; the first when absent. Null: nothing that a norm asks for. */
  readonly kies?: (data: Data) => GebeurtenisType | null;
  /** Fields that are called otherwise, or lie elsewhere; the others have the name that the norms use. */
  readonly velden?: (data: Data, feit: LogFeit) => Data;
}

const rij = (soort: GebeurtenisType, velden?: Rij['velden']): Rij => ({
  soorten: [soort],
  ...(velden ? { velden } : {}),
});

const lijstVan = (waarde: unknown): readonly unknown[] | null => (Array.isArray(waarde) ? waarde : null);

/** The parts of a plan by name, from a list of those that are there. */
const onderdelen = ({ onderdelen: aanwezig }: Data): Data => {
  const lijst = lijstVan(aanwezig);
  if (lijst === null) return {};
  const delen = ['jongere', 'gezin', 'professionals', 'omgeving'];
  return { onderdelen: Object.fromEntries(delen.map((deel) => [deel, lijst.includes(deel)])) };
};

/** Per levensgebied, from a list of rows that each name theirs. */
const perLevensgebied = ({ levensgebieden }: Data): Data => {
  const rijen = (lijstVan(levensgebieden) ?? []) as readonly Data[];
  const paren = rijen.map(({ levensgebied, nodig, lokalePartner }) => [levensgebied, { nodig, lokalePartner }]);
  return { levensgebieden: Object.fromEntries(paren) as Data };
};

const uitkomst = (waarde: string): Rij => rij('BeschikkingGegeven', () => ({ uitkomst: waarde }));

/** Which event of the log is which fact of the normenkader. By type without its version: only the newest is ever read. */
const TABEL: Readonly<Record<string, Rij>> = {
  'traject.aangemeld': rij('PlaatsingVerzocht', (_, { metadata }) => ({
    // The account, since whoever judges bloedspoed is named by account too; `aanmelder` is an organisation.
    verzoeker: metadata.actor.subject,
  })),
  'traject.aanmelding-ingetrokken': rij('AanmeldingIngetrokken'),
  'traject.aanbieder-antwoordde': {
    soorten: ['PlekGeweigerd', 'WachtlijstGeplaatst'],
    kies: ({ antwoord }) =>
      antwoord === 'afgewezen' ? 'PlekGeweigerd' : antwoord === 'wachtlijst' ? 'WachtlijstGeplaatst' : null,
  },
  'traject.trajectberaad-gehouden': rij('CivielTrajectberaadGehouden'),
  'traject.variant-gekozen': rij('TriageUitkomst'),
  'traject.plek-beoordeeld': rij('PlekBeoordeeld', ({ voorzieningId }) => ({ plekId: voorzieningId })),
  'traject.bloedspoed-beoordeeld': rij('BloedspoedBeoordeeld', (_, { vastgelegdOp }) => ({ vastgelegdOp })),
  'traject.plek-toegewezen': rij('PlaatsingToegewezen'),
  'traject.opname-gestart': rij('OpnameGestart', ({ voorzieningId }) => ({ plekId: voorzieningId })),
  'traject.variant-gestart': rij('VariantGestart'),
  'traject.overgeplaatst': rij('VerblijfplekGewijzigd', ({ vanVoorzieningId, voorzieningId }) => ({
    van: vanVoorzieningId,
    naar: voorzieningId,
  })),
  'traject.overbrugging-gestart': rij('OverbruggingGestart'),
  'traject.andere-indicatie-vastgesteld': rij('AndereIndicatieVastgesteld'),
  'traject.teruggekeerd': rij('TerugkeerNaOnttrekking'),
  'traject.medewerker-ingezet': rij('MedewerkerIngezet'),
  'traject.incident-gemeld': rij('IncidentGemeld'),
  'traject.klaar-voor-uitstroom': rij('WachtendOpUitstroomVastgesteld'),
  'traject.perspectief-vastgesteld': rij('PerspectiefVastgesteld'),
  'traject.plan-vastgesteld': rij('PlanVastgesteld'),
  'traject.plan-besproken': rij('PlanBesproken', ({ met, metJeugdige, netwerk }) => ({
    met: met ?? { jeugdige: metJeugdige, netwerk },
  })),
  'traject.plan-instemming-gegeven': rij('PlanInstemming'),
  'traject.plan-bezwaar-gemaakt': rij('PlanBezwaar'),
  'traject.plan-geevalueerd': rij('PlanGeevalueerd'),
  'traject.onderwijs-vooraf-vastgelegd': rij('OnderwijsVoorafVastgelegd'),
  'traject.onderwijs-gestart': rij('OnderwijsGestart'),
  'traject.onderwijs-gestopt': rij('OnderwijsGestopt'),
  'traject.school-van-herkomst-uitgeschreven': rij('SchoolVanHerkomstUitgeschreven'),
  'traject.dagprogramma-vastgesteld': rij('DagprogrammaVastgesteld'),
  'traject.veiligheidsplan-vastgesteld': rij('VeiligheidsplanVastgesteld', onderdelen),
  'traject.geeindigd-na-onttrekking': rij('HulpBeeindigd'),
  'traject.variant-beeindigd': rij('HulpBeeindigd'),
  'traject.uitstroom-gerealiseerd': rij('UitstroomGerealiseerd'),
  'traject.nazorgplan-vastgesteld': rij('NazorgplanVastgesteld', perLevensgebied),
  'traject.lokale-partner-toegezegd': rij('LokalePartnerToegezegd'),
  'traject.lokale-partner-opgepakt': rij('LokalePartnerOpgepakt'),
  'machtiging.verzoek-ingediend': { soorten: ['PlaatsingVerzocht'], kies: () => null },
  'machtiging.verleend': uitkomst('verleend'),
  'machtiging.afgewezen': uitkomst('afgewezen'),
};

export const zonderVersie = (type: string): string => type.replace(/@\d+$/, '');

/** The kinds of fact that an event of this type can be to the norms; none when no norm asks for it. */
export const soortenVan = (type: string): readonly GebeurtenisType[] => TABEL[zonderVersie(type)]?.soorten ?? [];

const SHAPES: ReadonlyMap<GebeurtenisType, Readonly<Record<string, z.ZodType>>> = new Map(
  GebeurtenisSchema.options.map(({ shape }) => [shape.type.value, shape]),
);

/** The fields of this kind, as far as the data has them. What was destroyed, or cannot be read as meant, is not known. */
const gelezen = (soort: GebeurtenisType, data: Data): Data => {
  const velden = Object.entries(SHAPES.get(soort)!).filter(([naam]) => naam !== 'type' && naam !== 'tijdstip');
  return Object.fromEntries(
    velden.map(([naam, schema]) => {
      const waarde = data[naam] === VERNIETIGD ? null : (data[naam] ?? null);
      const { success, data: uitkomst } = schema.safeParse(waarde);
      return [naam, success ? uitkomst : null];
    }),
  );
};

/** One fact of the log as the norms see it; null when none of them asks for it. */
export const feitUitLog = (feit: LogFeit): FeitUitLog | null => {
  const regel = TABEL[zonderVersie(feit.type)];
  if (!regel) return null;
  const data = feit.data as Data;
  const soort = regel.kies ? regel.kies(data) : regel.soorten[0]!;
  if (soort === null) return null;
  const velden = gelezen(soort, { ...data, ...regel.velden?.(data, feit) });
  return { ids: [feit.id], gebeurtenis: { type: soort, tijdstip: feit.geldigOp, ...velden } as Gebeurtenis };
};
