import { deriveId, type DomainEvent, type Instant, type Past, VERNIETIGD } from '@regielijn/kern';
import { jeugdigeBewaking } from '@regielijn/jeugdige';
import { machtigingBewaking } from '@regielijn/machtiging';
import { normtoetsBewaking } from '@regielijn/normenkader';
import type { Bewaking, Termijn } from '@regielijn/termijnen';
import { opschalingBewaking } from '@regielijn/opschaling';
import { terugkeerBewaking } from '@regielijn/terugkeer';
import { trajectBewaking } from '@regielijn/traject';
import { voorzieningBewaking } from '@regielijn/voorziening';
import { reviewBewaking } from '@regielijn/kwartaalreview';
import { reviewFeiten } from '../../libs/kwartaalreview/src/domain/events.js';
import * as review from '../../libs/kwartaalreview/src/domain/review.kit.js';
import { jeugdigeFeiten } from '../../libs/jeugdige/src/domain/events.js';
import * as regie from '../../libs/jeugdige/src/domain/regie/regie.kit.js';
import * as machtiging from '../../libs/machtiging/src/domain/machtiging.kit.js';
import { normenkaderFeiten } from '../../libs/normenkader/src/domain/events.js';
import { aangenomen, geopend, teruggegeven } from '../../libs/opschaling/src/domain/opschaling.kit.js';
import { geopend as terugkeerGeopend } from '../../libs/terugkeer/src/domain/terugkeer.kit.js';
import { bewakingsregels } from '../../libs/termijnen/src/bewaking.kit.js';
import { trajectFeiten } from '../../libs/traject/src/domain/events.js';
import { planVastgesteld } from '../../libs/traject/src/domain/plannen.kit.js';
import { gekozen } from '../../libs/traject/src/domain/toeleiding.kit.js';
import * as traject from '../../libs/traject/src/domain/traject.kit.js';
import { klaar } from '../../libs/traject/src/domain/uitstroom/uitstroom.kit.js';
import { begonnen, inzet } from '../../libs/traject/src/domain/zorg/zorg.kit.js';
import { voorzieningFeiten } from '../../libs/voorziening/src/domain/events.js';

const TOEN: Instant = '2026-03-02T09:00:00.000Z';
const verloop = (...events: readonly DomainEvent[]): readonly Past<DomainEvent>[] =>
  events.map((event, nr) => ({ ...event, id: deriveId('voorbeeld', nr), geldigOp: TOEN, vastgelegdOp: TOEN }));

const termijnen = <S>(bewaking: Bewaking<S>, ...events: readonly DomainEvent[]): readonly Termijn[] => {
  const stand = verloop(...events).reduce<S | null>((tot, event) => bewaking.evolve(tot, event as never), null);
  return stand === null ? [] : bewaking.termijnen(stand, bewakingsregels);
};

const { aangemeld, ids, opgenomen, toegewezen, uitgestroomd } = traject;
const maatregel = (naam: string) => begonnen(naam);
const vanTraject = [
  ...termijnen(trajectBewaking, aangemeld, gekozen()),
  ...termijnen(
    trajectBewaking,
    ...[aangemeld, toegewezen(), opgenomen(), planVastgesteld(), klaar, maatregel('vastpakken')],
    trajectFeiten.medewerkerIngezet.of({ ...ids, ...inzet }),
  ),
  ...termijnen(trajectBewaking, aangemeld, toegewezen(), opgenomen(), maatregel('insluiting')),
  ...termijnen(trajectBewaking, aangemeld, toegewezen(), opgenomen(), uitgestroomd),
];

const { eventVan, verleend, verzocht } = machtiging;
const omgezet = ['toezicht_gestart', 'opname_bevoegd_vastgesteld', 'opnamebeslissing_genomen'] as const;
const vanMachtiging = [
  ...termijnen(machtigingBewaking, verzocht('MGJ', { verlenging: true }), verleend()),
  ...termijnen(machtigingBewaking, verzocht('MGJ', { verlenging: true })),
  ...termijnen(machtigingBewaking, verzocht(), verleend({ geldigVan: '2026-04-01' })),
  ...termijnen(machtigingBewaking, verzocht('SPOED'), verleend({ geldigTot: '2026-03-30' })),
  ...termijnen(machtigingBewaking, verzocht('VMGJ'), verleend()),
  ...termijnen(machtigingBewaking, verzocht('VMGJ', { verlenging: true }), verleend()),
  ...termijnen(machtigingBewaking, verzocht('VMGJ'), verleend(), ...omgezet.map(eventVan)),
];

const { jeugdigeId } = regie;
const onleesbaar = { ...regie.geregistreerd.data, geboortedatum: VERNIETIGD };
const vanJeugdige = [
  ...termijnen(jeugdigeBewaking, jeugdigeFeiten.geregistreerd.of(onleesbaar)),
  ...termijnen(jeugdigeBewaking, regie.geregistreerd, regie.aangeboden()),
  ...termijnen(jeugdigeBewaking, regie.geregistreerd, regie.aanvaard(), regie.gewisseld(null)),
  ...termijnen(
    jeugdigeBewaking,
    regie.geregistreerd,
    jeugdigeFeiten.regieregelVastgesteld.of({
      ...{ jeugdigeId, perioden: [{ vanaf: '2026-03-02', houder: 'GI', regel: 'gedwongen_kader' }] },
      ...{ regelversie: '2020', bron: [], aanleiding: deriveId('beschikking') },
    }),
  ),
  ...termijnen(
    jeugdigeBewaking,
    regie.geregistreerd,
    jeugdigeFeiten.jimGevraagd.of({ jeugdigeId, persoonId: deriveId('oma') }),
  ),
  ...termijnen(
    jeugdigeBewaking,
    regie.geregistreerd,
    jeugdigeFeiten.adviesGevraagd.of({
      ...{ jeugdigeId, adviesId: deriveId('advies'), bij: 'expertteam', organisatie: null, uiterlijk: null },
      vraag: 'Wat past er nog?',
    }),
  ),
];

const vanOpschaling = [[], [aangenomen()], [teruggegeven()]].flatMap((stappen) =>
  termijnen(opschalingBewaking, geopend, ...stappen),
);

const vanTerugkeer = termijnen(terugkeerBewaking, terugkeerGeopend);

const afwijking = { trajectId: deriveId('traject'), jeugdigeId, norm: 'O1', afwijkingId: deriveId('afwijking') };
const vastgesteld = normenkaderFeiten.afwijkingVastgesteld.of({
  ...{ ...afwijking, regelversie: '2020-10-12', peilmoment: TOEN, geval: null },
});
const gemotiveerd = normenkaderFeiten.afwijkingGemotiveerd.of({
  ...{ ...afwijking, functie: 'teamleider', redencodes: ['wachtlijst'], toelichting: 'Er was geen plek.' },
  ...{ alternatievenOverwogen: [], herstelactie: 'Een plan maken.', herstelUiterlijk: '2026-06-01' },
});
const vanNormtoets = [
  ...termijnen(normtoetsBewaking, vastgesteld),
  ...termijnen(normtoetsBewaking, vastgesteld, gemotiveerd),
];

const voorzieningId = deriveId('voorziening');
const plek = { voorzieningId, reserveringId: deriveId('reservering'), trajectId: deriveId('traject') };
const vanVoorziening = termijnen(
  voorzieningBewaking,
  voorzieningFeiten.geopend.of({
    ...{ voorzieningId, naam: 'Groep Noord', aanbieder: 'aanbieder-west', gemeentecode: '0599', variant: 'dwanggroep' },
  }),
  voorzieningFeiten.plekGereserveerd.of({ ...plek, geldigTot: '2026-03-05T12:00:00.000Z' }),
  voorzieningFeiten.plekBezet.of({ ...plek, trajectId: deriveId('ander'), reserveringId: null, bovenCapaciteit: true }),
);

const vanReview = termijnen(
  reviewBewaking,
  review.geopend,
  reviewFeiten.actieAfgesproken.of({
    ...{ review: review.REVIEW, actieId: deriveId('actie'), soort: 'scholing', eigenaar: 'gi-demo' },
    ...{ uiterlijk: '2026-06-01', afwijkingen: [review.afw(1)], trajecten: [review.traject(1)] },
  }),
);

/** Every term that a slice can have, as it is when it opens. */
export const voorbeelden: readonly Termijn[] = [
  ...[...vanMachtiging, ...vanTraject, ...vanNormtoets, ...vanJeugdige, ...vanOpschaling, ...vanVoorziening],
  ...[...vanTerugkeer, ...vanReview],
].filter(({ geslotenOp }) => geslotenOp === null);
