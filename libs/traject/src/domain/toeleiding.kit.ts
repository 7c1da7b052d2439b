import { deriveId } from '@regielijn/kern';
import {
  BeeindigVariant,
  BeoordeelBloedspoed,
  BeoordeelPlek,
  KiesVariant,
  LegAntwoordAanbiederVast,
  LegRouteVast,
  LegTrajectberaadVast,
  LegVeiligheidswegingVast,
  MeldAanBijAanbieder,
  StartOverbrugging,
  StartVariant,
  StelAndereIndicatieVast,
  TrekAanmeldingIn,
} from './commands.js';
import { trajectFeiten as feit } from './events.js';
import { nieuwAanmeldingId } from './toeleiding/decide.js';
import type { TriageUitkomst } from './toeleiding/kies-variant.js';
import { ids, jeugdigeId, NU, om, trajectId, voorzieningId } from './traject.kit.js';

/** The rules find that ambulant fits and is lighter than a KIB; that gezinsopname does not, and kleinschalig may. */
export const triage: TriageUitkomst = {
  regelversie: 'triage-test',
  criteria: [{ id: 'leeftijd', uitkomst: 'ja' }],
  varianten: [
    { id: 'R2', past: 'ja' },
    { id: 'R4a', past: 'ja' },
  ],
  lichtereVarianten: [
    { variant: 'ambulant', passend: 'ja', criterium: null },
    { variant: 'gezinsopname', passend: 'nee', criterium: 'gezinMetKindTotEnMet12' },
    { variant: 'kleinschalig', passend: 'onbekend', criterium: null },
  ],
  teLicht: false,
  teZwaar: true,
};
export const lijsten = {
  ...{ regelversie: 'triage-test', plekcriteria: ['leeftijden', 'afstand_huis'] },
  ...{ routes: ['inverbinding_jim', 'expertteam'] },
};

export const aanmeldingId = nieuwAanmeldingId(om().commandId);
export const vraag = {
  aanbieder: 'aanbieder-west',
  voorzieningId: null,
  variant: 'kib',
  vraag: 'behandeling',
} as const;
export const bijAanbieder = (velden: Partial<MeldAanBijAanbieder['data']> = {}, geldigOp = NU) =>
  new MeldAanBijAanbieder({ trajectId, ...vraag, ...velden }, om(geldigOp));
export const aangemeldBijAanbieder = feit.aangemeldBijAanbieder.of({ ...ids, aanmeldingId, ...vraag });

const wachtlijst = { aanmeldingId, antwoord: 'wachtlijst', verwachtOp: '2026-04-01', reden: null } as const;
export const antwoord = (velden: Partial<LegAntwoordAanbiederVast['data']> = {}, geldigOp = NU) =>
  new LegAntwoordAanbiederVast({ trajectId, ...wachtlijst, ...velden }, om(geldigOp));
export const geantwoord = (velden: Partial<LegAntwoordAanbiederVast['data']> = {}) =>
  feit.aanbiederAntwoordde.of({ ...ids, ...wachtlijst, ...velden });

const beraad = {
  ...{
    deelnemers: ['GI', 'jeugdige', 'ouders'] as LegTrajectberaadVast['data']['deelnemers'],
    gekozen: 'jhp' as const,
  },
  ...{ trajectafspraken: 'Zij begint op school.', regieafspraken: null },
};
export const legBeraadVast = (deelnemers = beraad.deelnemers) =>
  new LegTrajectberaadVast({ trajectId, ...beraad, deelnemers }, om());
export const beraden = (
  deelnemers = beraad.deelnemers,
  vlaggen: Parameters<typeof feit.trajectberaadGehouden.of>[0]['vlaggen'] = [],
) => feit.trajectberaadGehouden.of({ ...ids, ...beraad, deelnemers, vlaggen });

const bloedspoed = {
  uitkomst: 'positief',
  gronden: ['Direct gevaar.'],
  beoordelaar: 'gw-01',
  functie: 'psychiater',
} as const;
export const beoordeelBloedspoed = () =>
  new BeoordeelBloedspoed({ trajectId, ...bloedspoed, gronden: ['Direct gevaar.'] }, om());
export const bloedspoedBeoordeeld = feit.bloedspoedBeoordeeld.of({
  ...ids,
  ...bloedspoed,
  gronden: ['Direct gevaar.'],
});

const plek = { voorzieningId, passend: 'ja', beoordelaar: 'pc-01', toelichting: null } as const;
export const beoordeelPlek = (id = 'leeftijden') =>
  new BeoordeelPlek({ trajectId, ...plek, criteria: [{ id, uitkomst: 'ja' }] }, om());
export const plekBeoordeeld = feit.plekBeoordeeld.of({
  ...{ ...ids, ...plek, criteria: [{ id: 'leeftijden', uitkomst: 'ja' }], regelversie: 'triage-test' },
});

const weging = (
  uitkomst: LegVeiligheidswegingVast['data']['uitkomst'],
): Omit<LegVeiligheidswegingVast['data'], 'trajectId'> => ({
  ...{ deelnemers: ['wijkagent', 'gemeente_zorg_en_veiligheid'], criteria: 'Broer is uit huis.', uitkomst },
  ...{ gedeeldMet: [{ organisatie: 'politie-west', grond: 'publieke_taak' }], procesregisseur: 'zv-01' },
  zorgEnVeiligheidshuis: false,
});
export const weeg = (uitkomst: LegVeiligheidswegingVast['data']['uitkomst'] = 'verantwoord') =>
  new LegVeiligheidswegingVast({ trajectId, ...weging(uitkomst) }, om());
export const gewogen = (uitkomst: LegVeiligheidswegingVast['data']['uitkomst'] = 'verantwoord') =>
  feit.veiligheidswegingVastgelegd.of({ ...ids, ...weging(uitkomst) });

export const stelAndereIndicatieVast = () => new StelAndereIndicatieVast({ trajectId, wet: 'wlz' }, om());
export const andereIndicatie = feit.andereIndicatieVastgesteld.of({ ...ids, wet: 'wlz' });
export const startOverbrugging = (vorm: StartOverbrugging['data']['vorm'] = 'dagbehandeling') =>
  new StartOverbrugging({ trajectId, vorm, aanbieder: 'aanbieder-west' }, om());
export const overbrugd = feit.overbruggingGestart.of({ ...ids, vorm: 'dagbehandeling', aanbieder: 'aanbieder-west' });
export const legRouteVast = (route = 'expertteam', toelichting: string | null = null) =>
  new LegRouteVast({ trajectId, route, uitkomst: 'niet_gelukt', toelichting }, om());
export const routeVastgelegd = feit.routeVastgelegd.of({
  ...{ ...ids, route: 'expertteam', uitkomst: 'niet_gelukt', toelichting: null, regelversie: 'triage-test' },
});

const keuze = {
  profiel: { leeftijd: 15 },
  variant: 'kib',
  gekozen: 'jhp',
  redenKeuze: 'Zij heeft rust nodig.',
} as const;
const redenen = [{ variant: 'ambulant', reden: 'Thuis is het niet veilig.' }];
export const kies = (velden: Partial<KiesVariant['data']> = {}, geldigOp = NU) =>
  new KiesVariant({ trajectId, ...keuze, redenen, ...velden }, om(geldigOp));
export const gekozen = (velden: Partial<KiesVariant['data']> = {}, uitkomst = triage) =>
  feit.variantGekozen.of({ jeugdigeId, trajectId, ...keuze, redenen, ...velden, ...uitkomst });

const hulp = { variant: 'ambulant', aanbieder: 'aanbieder-west', machtigingId: null } as const;
export const startVariant = (velden: Partial<StartVariant['data']> = {}, geldigOp = NU) =>
  new StartVariant({ trajectId, ...hulp, ...velden }, om(geldigOp));
export const variantGestart = (
  vlaggen: Parameters<typeof feit.variantGestart.of>[0]['vlaggen'] = ['zonder_veiligheidsweging'],
  velden: Partial<StartVariant['data']> = {},
) => feit.variantGestart.of({ ...ids, ...hulp, ...velden, vlaggen });
export const beeindigVariant = (geldigOp = NU) =>
  new BeeindigVariant({ trajectId, reden: 'doelen_bereikt' }, om(geldigOp));
export const variantBeeindigd = feit.variantBeeindigd.of({ ...ids, variant: 'ambulant', reden: 'doelen_bereikt' });
export const trekAanmeldingIn = (geldigOp = NU) =>
  new TrekAanmeldingIn({ trajectId, reden: 'Het gaat beter thuis.' }, om(geldigOp));
export const ingetrokken = feit.aanmeldingIngetrokken.of({ ...ids, reden: 'Het gaat beter thuis.' });
export const onbekendeId = deriveId('onbekend');
