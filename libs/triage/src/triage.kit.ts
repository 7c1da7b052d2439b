import { readFileSync } from 'node:fs';
import { parseConfig } from '@regielijn/kern';
import { antwoordTriage, type TriageRegels, triageInvoerSchema, TriageRegelsSchema } from './index.js';

const text = readFileSync(new URL('../../../config/triage.json', import.meta.url), 'utf8');

/** The table that ships, freshly read, so that a test may bend its own copy. */
export const rauweRegels = () => JSON.parse(text);

export const leesRegels = (rauw: unknown): TriageRegels =>
  parseConfig(TriageRegelsSchema, JSON.stringify(rauw), 'config/triage.json');

export const regels = leesRegels(rauweRegels());
export const schema = triageInvoerSchema(regels);
export const VANDAAG = '2026-03-02';

/** The answer as a reader of JSON gets it. */
export const vraag = (feiten: object, tabel = regels) =>
  antwoordTriage((tabel === regels ? schema : triageInvoerSchema(tabel)).parse(feiten), tabel, VANDAAG);

export type Antwoord = ReturnType<typeof vraag>;
export const variantIn = (antwoord: Antwoord, id: string) => antwoord.varianten.find((rij) => rij.id === id)!;
export const past = (feiten: object, id: string) => variantIn(vraag(feiten), id).past;

/** A profile that fits each variant; every other attribute unknown. */
export const PASSEND: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  R2: {
    leeftijd: 12,
    motivatieJeugdige: 'kans_op',
    opvoedsituatie: 'veilig_te_maken',
    agressieRisico: 'binnen_toelaatbare_grenzen',
    onttrekkingsRisico: 'binnen_toelaatbare_grenzen',
    fysiekeBegrenzingNodig: false,
    kanBlijvenOpWoonplek: true,
    machtiging: 'VMGJ',
  },
  R1: {
    leeftijd: 12,
    schoolThuisVrijeTijdErnstigeProblemen: true,
    motivatieJeugdige: 'aanwezig',
    motivatieGezin: 'kans_op',
    opvoedsituatie: 'veilig',
  },
  R3: {
    leeftijd: 12,
    gezinMetKindTotEnMet12: true,
    motivatieJeugdige: 'kans_op',
    motivatieGezin: 'aanwezig',
    ouderGripHerstelbaarMetSysteembehandeling: true,
    brusjesGetuigeVanMaatregelen: false,
  },
  R4: {
    leeftijd: 22,
    motivatieJeugdige: 'kans_op',
    terugkeerEigenSysteemMogelijk: false,
    langdurigNodig: true,
    lvb: false,
    ass: true,
    extreemComplexMetMaatschappelijkRisico: false,
  },
  R4a: {
    leeftijd: 17,
    kanBlijvenOpWoonplek: false,
    intensieveSpecialistischeZorgbehoefte: true,
    openVoorVerblijfKib: true,
    kanDagbestedingVolgen: true,
    extreemGedragOfWeglopenMetRisico: false,
    fysiekeBegrenzingNodig: false,
  },
  R6: { crisis: true, externeDreiging: false, langdurigNodig: false },
  R5: {
    motivatieJeugdige: 'geen',
    lijdensdruk: 'geen',
    inzichtEigenProblematiek: 'geen',
    ernstigeSchadeZelfOfAnder: true,
    fysiekeBegrenzingNodig: true,
    crisis: false,
    externeDreiging: false,
  },
  R7: { zikosGevraagd: true },
  R8: { wachtOpUitstroom: true },
};
