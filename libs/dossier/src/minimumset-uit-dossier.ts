import type { Jeugdige } from '@regielijn/jeugdige';
import { datumVan, fold, type Instant, type Minimumset } from '@regielijn/kern';
import { geldtOp, machtigingDecider } from '@regielijn/machtiging';
import { trajectDecider } from '@regielijn/traject';
import type { GelezenDossier } from './dossier-lezer.js';

const machtigingenOp = ({ machtigingen }: GelezenDossier, op: Instant): Minimumset['machtigingen'] =>
  machtigingen.flatMap((stream) => {
    const stand = fold(machtigingDecider, stream as never);
    return stand !== null && 'geldigTot' in stand && geldtOp(stand, datumVan(op))
      ? [{ machtigingId: stand.machtigingId, geldigTot: stand.geldigTot }]
      : [];
  });

/** The onderwijs that goes on, and the school of before; what nobody told stays out. */
const onderwijsVan = ({ trajecten }: GelezenDossier): Pick<Minimumset, 'onderwijs' | 'schoolVanHerkomst'> => {
  const standen = trajecten.flatMap((stream) => fold(trajectDecider, stream as never) ?? []);
  const laatste = standen.filter(({ status }) => status !== 'afgesloten').at(-1)?.onderwijs;
  const lopend = laatste?.perioden.find(({ tot }) => tot === null);
  return {
    onderwijs: lopend ? [lopend.vorm, lopend.niveau, lopend.school].filter(Boolean).join(', ') : null,
    schoolVanHerkomst: laatste?.vooraf?.school ?? null,
  };
};

const openAfwijkingen = ({ normtoetsen }: GelezenDossier): readonly string[] => {
  const van = (naam: string): readonly string[] =>
    normtoetsen
      .flat()
      .filter(({ type }) => type.startsWith(`normenkader.afwijking-${naam}@`))
      .map(({ data }) => data['afwijkingId'] as string);
  const vervallen = van('vervallen');
  return van('vastgesteld').filter((id) => !vervallen.includes(id));
};

/**
 * What the dossier itself can say of what is handed over. What it does not know, as what people agreed on, is named as
 * missing by the offer. Source: Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van casusregie.
 */
export const minimumsetUit = (dossier: GelezenDossier, toestand: Jeugdige, op: Instant): Minimumset => {
  const personen = toestand.netwerk.personen.filter(({ vervallenOp }) => vervallenOp === null);
  const gezag = personen.filter((persoon) => persoon.gezag === true).map(({ naam }) => naam);
  return {
    casusId: toestand.jeugdigeId,
    machtigingen: machtigingenOp(dossier, op),
    netwerk: personen.map(({ naam, relatie }) => `${naam} (${relatie})`),
    ...(gezag.length > 0 ? { gezag: gezag.join(', ') } : {}),
    ...onderwijsVan(dossier),
    normafwijkingen: [...openAfwijkingen(dossier)],
    contactpersoon: toestand.casusregie.at(-1)!.medewerker,
    volgendOverlegOp: toestand.afstemming?.volgendeOp ?? null,
  };
};
