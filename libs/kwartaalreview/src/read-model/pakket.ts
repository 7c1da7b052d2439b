import { uniek } from '@regielijn/kern';
import type { Trend } from '../domain/events.js';
import { cijfersVan } from '../domain/pakket.js';
import type { Agendapunt, Review } from '../domain/state.js';
import type { Pakket } from './pakket-schema.js';

type Zaak = Pakket['zaken'][number];
type Punt = Zaak['afwijkingen'][number];

const puntVan = (review: Review, afwijkingId: string, punt: Agendapunt): Punt => {
  const { norm, vastgesteldOp, gemotiveerd, redencodes, uitReview, stand } = punt;
  const bespreking = review.besprekingen.find(({ afwijkingen }) => afwijkingen.includes(afwijkingId));
  return {
    ...{ afwijkingId, norm, vastgesteldOp, gemotiveerd, redencodes, uitReview },
    stand: stand === 'open' && review.gesloten ? 'doorgeschoven' : stand,
    bespreking: bespreking
      ? {
          ...{ op: bespreking.op, conclusie: bespreking.conclusie, lessen: bespreking.lessen },
          opschaling: bespreking.opschaling,
        }
      : null,
  };
};

/** In an order that stays as it is when deviations are added: by who came first on the agenda. */
const zakenVan = (review: Review): Zaak[] => {
  const punten = Object.entries(review.agenda);
  return uniek(punten.map(([, { trajectId }]) => trajectId)).map((trajectId, index) => {
    const eigen = punten.filter(([, punt]) => punt.trajectId === trajectId);
    const { regio, aanbieder } = eigen.at(-1)![1];
    return {
      ...{ zaak: index + 1, trajectId, regio, aanbieder, opLeeslijst: review.leeslijst.includes(trajectId) },
      verschoond: uniek(
        review.verschoningen.filter((een) => een.trajectId === trajectId).map(({ account }) => account),
      ),
      afwijkingen: eigen.map(([afwijkingId, punt]) => puntVan(review, afwijkingId, punt)),
    };
  });
};

type Groep = Pakket['teBespreken'][number];

/** Those that are alike: the largest group first, since that is where a conclusion over several cases belongs. */
const teBespreken = ({ agenda }: Review, zaken: readonly Zaak[]): Groep[] => {
  const nummers = new Map(zaken.map(({ trajectId, zaak }) => [trajectId, zaak]));
  const groepen = new Map<string, Groep>();
  for (const [afwijkingId, { trajectId, norm, regio, aanbieder, redencodes, stand }] of Object.entries(agenda)) {
    if (stand !== 'open') continue;
    const oorzaken = [...redencodes].sort();
    const sleutel = [norm, regio, aanbieder, ...oorzaken].join('|');
    const groep = groepen.get(sleutel) ?? { norm, regio, aanbieder, oorzaken, zaken: [], afwijkingen: [] };
    groepen.set(sleutel, {
      ...groep,
      zaken: uniek([...groep.zaken, nummers.get(trajectId)!]),
      afwijkingen: [...groep.afwijkingen, afwijkingId],
    });
  }
  return [...groepen.values()].sort((een, ander) => ander.afwijkingen.length - een.afwijkingen.length);
};

/** What the participants get: figures, trend, cases by number, acties. Nothing that was written about a person. */
export const pakketVan = (review: Review, trend: readonly Trend[], zegel: string): Pakket => {
  const zaken = zakenVan(review);
  const { gesloten, deelnemers, vergaderingen, quorum, acties, landsdeel, kwartaal, geopendOp, regelversie } = review;
  return {
    ...{ review: review.review, landsdeel, kwartaal, geopendOp, regelversie, quorum },
    gesloten: gesloten && { op: gesloten.op, zegel: gesloten.zegel, klopt: gesloten.zegel === zegel },
    deelnemers: Object.entries(deelnemers).map(([account, discipline]) => ({ account, discipline })),
    vergaderingen: vergaderingen.map(({ op, aanwezig }) => ({ op, aanwezig: [...aanwezig] })),
    cijfers: cijfersVan(review) as Pakket['cijfers'],
    trend: [...trend],
    zaken,
    teBespreken: teBespreken(review, zaken),
    acties: Object.entries(acties).map(([actieId, actie]) => ({
      ...{ actieId, ...actie, afwijkingen: [...actie.afwijkingen], trajecten: [...actie.trajecten] },
    })),
  };
};
