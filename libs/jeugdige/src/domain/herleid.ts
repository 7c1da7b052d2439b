import {
  type Afleiding,
  type Datum,
  datumVan,
  leeftijdsfout,
  metStand,
  OVERIG,
  type Past,
  type Strijd,
  zinOverLeeftijd,
} from '@regielijn/kern';
import type { JeugdigeEvent } from './events.js';
import { casusregieOp } from './regie/lijnen.js';
import { richtingNaar } from './regie/overdracht.js';
import { evolve, initialState, type Jeugdige, type JeugdigeState, jeugdigeVan } from './state.js';

type Feiten = readonly Past<JeugdigeEvent>[];
type RegioVan = (gemeentecode: string, op: Datum) => string | null;

type Woonplaats = Extract<Past<JeugdigeEvent>, { type: 'jeugdige.geregistreerd@2' | 'jeugdige.verhuisd@1' }>;

/** The facts that say to which gemeente a jeugdige belongs, each with the field for who answers for that. */
const woonplaatsen = (feiten: Feiten): readonly { readonly feit: Woonplaats; readonly veld: string }[] =>
  feiten.flatMap((feit): { feit: Woonplaats; veld: string }[] => {
    if (feit.type === 'jeugdige.geregistreerd@2') return [{ feit, veld: 'casusregie' }];
    return feit.type === 'jeugdige.verhuisd@1' ? [{ feit, veld: 'gemeente' }] : [];
  });

/** Region and holder follow from the gemeente; where there is none, both were given by name. */
const herleidWoonplaats = (feiten: Feiten, regioVan: RegioVan): readonly Afleiding[] =>
  woonplaatsen(feiten).map(({ feit: { id, data, geldigOp }, veld }) => {
    const { gemeentecode } = data;
    if (gemeentecode === null) return { feit: id, velden: { regio: OVERIG } };
    const regio = regioVan(gemeentecode, datumVan(geldigOp)) ?? OVERIG;
    return { feit: id, velden: { regio, [veld]: { soort: 'gemeente', organisatie: `gemeente-${gemeentecode}` } } };
  });

/** Which way an offer goes, follows from to whom it was made. An offer of before that was recorded keeps it unknown. */
const herleidRichting = (feiten: Feiten): readonly Afleiding[] =>
  feiten.flatMap((feit) =>
    feit.type === 'jeugdige.regieoverdracht-aangeboden@2' && feit.data.richting !== null
      ? [{ feit: feit.id, velden: { richting: richtingNaar(feit.data.aan) } }]
      : [],
  );

export const herleid = (feiten: Feiten, regioVan: RegioVan): readonly Afleiding[] => [
  ...herleidWoonplaats(feiten, regioVan),
  ...herleidRichting(feiten),
];

const strijdigeWoonplaats = (feiten: Feiten, regioVan: RegioVan): readonly Strijd[] =>
  woonplaatsen(feiten).flatMap(({ feit: { id: feit, data, geldigOp } }) => {
    const { gemeentecode, overigReden } = data;
    const strijd: Strijd[] = [];
    if ((gemeentecode === null) !== (overigReden !== null))
      strijd.push({
        ...{ feit, regel: 'gemeente of reden' },
        zin: 'Geef een gemeente, of de reden waarom er geen is. Niet allebei.',
      });
    if (gemeentecode !== null && regioVan(gemeentecode, datumVan(geldigOp)) === null)
      strijd.push({
        ...{ feit, regel: 'gemeente geldig' },
        zin: 'Deze gemeente hoort op deze dag niet bij het landsdeel. Kies een andere, of geef de reden waarom er geen is.',
      });
    return strijd;
  });

const regieStrijd = (feit: Past<JeugdigeEvent>, jeugdige: Jeugdige): Omit<Strijd, 'feit'> | null => {
  const { type, data, geldigOp } = feit;
  if (type === 'jeugdige.gi-gewisseld@1' && casusregieOp(jeugdige, geldigOp).houder.soort !== 'GI')
    return {
      regel: 'gi voert regie',
      zin: 'Toen de gecertificeerde instelling wisselde, voerde geen instelling de casusregie. Corrigeer de wissel eerst.',
    };
  if (
    type === 'jeugdige.overdrachtsvoorwaarde-nagekomen@1' &&
    !jeugdige.voorwaarden.some(({ overdrachtId }) => overdrachtId === data.overdrachtId)
  )
    return {
      regel: 'voorwaarde gesteld',
      zin: 'Bij deze aanvaarding is een voorwaarde nagekomen. Trek dat eerst in.',
    };
  if (type === 'jeugdige.afstemming-vastgelegd@1' && data.volgendeOp < datumVan(geldigOp))
    return {
      regel: 'volgende afstemming',
      zin: 'De volgende afstemming ligt dan voor deze afstemming. Kijk de datums na.',
    };
  return null;
};

/** What can no longer stand on regie. Needs no regions, so that it also counts when a fact is withdrawn. */
export const strijdigeRegie = (feiten: Feiten): readonly Strijd[] =>
  metStand<JeugdigeState, JeugdigeEvent>({ initialState, evolve }, feiten).flatMap(({ feit, stand }) => {
    const jeugdige = jeugdigeVan(stand);
    const strijd = jeugdige && regieStrijd(feit, jeugdige);
    return strijd ? [{ feit: feit.id, ...strijd }] : [];
  });

/** A registration or move that no longer agrees with itself. */
export const strijdig = (feiten: Feiten, regioVan: RegioVan): readonly Strijd[] => {
  const registratie = feiten.find((feit) => feit.type === 'jeugdige.geregistreerd@2');
  if (!registratie) return [];
  const { id: feit, data, geldigOp } = registratie;
  const fout = leeftijdsfout(data.geboortedatum, datumVan(geldigOp));
  const leeftijd = fout ? [{ feit, regel: 'geboortedatum', zin: zinOverLeeftijd(fout) }] : [];
  return [...leeftijd, ...strijdigeWoonplaats(feiten, regioVan)];
};
