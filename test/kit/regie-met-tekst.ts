import type { Doe } from './machtiging-met-tekst.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields about regie, by what it is. */
export const inRegie = {
  plan: 'Zij begint na de kerst bij zwemclub Zeepaard',
  voorwaarde: 'De gemeente haalt haar fiets op bij opa Gijsbert',
  afspraken: 'De fiets van opa Gijsbert gaat mee naar de groep',
} satisfies Sentinels;

/** An afstemming, and a samenvoeging with another dossier that turned out to be of somebody else. */
export const vulRegie = async (doe: Doe, jeugdige: string): Promise<void> => {
  const afstemming = { organisaties: ['gi-jb-west', 'gemeente-0599'], afspraken: inRegie.afspraken };
  await doe(`${jeugdige}/afstemmingen`, afstemming);
  const ander = await doe('/v1/jeugdigen', {
    ...{ bsn: '999993525', naam: 'Iemand Anders', geboortedatum: '2011-02-03', geslacht: 'vrouw' },
    gemeente: { code: '0599' },
  });
  const weg = { vervangt: ander.gebeurtenissen[0], velden: { bsn: null }, reden: 'Verkeerd nummer.' };
  await doe(`/v1/jeugdigen/${ander.id}/correcties`, weg);
  // Stands in both dossiers, so nothing about one of the two belongs in it.
  const samen = { metJeugdigeId: ander.id, reden: 'Bijna dezelfde naam.' };
  await doe(`${jeugdige}/samenvoegingen`, samen);
  await doe(`${jeugdige}/samenvoegingen/ongedaanmaking`, samen);
};
