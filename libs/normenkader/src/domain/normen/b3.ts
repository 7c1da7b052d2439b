import { type Datum, inWoorden, plusDagen } from '@regielijn/kern';
import { type Dossier, eersteDag, type Feit, feitenVan, heeftTekst, isBekend, starts } from './dossier.js';
import { type Instellingen, isLager } from './instellingen.js';
import type { Norm, Toets } from './norm.js';
import { type Eis, eensgezind, nietTeBepalen, type Oordeel, toetsEisen, zwaarste } from './oordeel.js';
import { EINDES, tijdensVerblijf } from './termijn.js';
import { laatste, onzekereTijden, uiterlijk, voor } from './tijd.js';
import { alle, enige, gegeven, niet, type Zekerheid } from './zekerheid.js';

/** Begun by this day, and not stopped before it. */
const looptOp = (start: Feit<'OnderwijsGestart'>, dag: Datum, dossier: Dossier): Zekerheid =>
  alle([
    uiterlijk(start, dag),
    ...feitenVan(dossier, 'OnderwijsGestopt').map((einde) =>
      niet(alle([voor(start, einde), uiterlijk(einde, plusDagen(dag, -1))])),
    ),
  ]);

/** Onderwijs or dagbesteding, or for the time being a plan and a dagprogramma to grow towards it. */
const isBeschikbaar = (dossier: Dossier, einde: Datum): Zekerheid =>
  enige([
    ...feitenVan(dossier, 'OnderwijsGestart').map((feit) => looptOp(feit, einde, dossier)),
    ...feitenVan(dossier, 'DagprogrammaVastgesteld').map((feit) =>
      alle([
        gegeven(feit.plan, 'DagprogrammaVastgesteld.plan'),
        gegeven(feit.dagprogramma, 'DagprogrammaVastgesteld.dagprogramma'),
        uiterlijk(feit, einde),
      ]),
    ),
  ]);

type Niveau = Feit<'OnderwijsGestart'>['niveau'];

/** The level of before: what was told of it last, else what is given about the jeugdige. More than one: the last is not certain. */
const niveausVooraf = (dossier: Dossier): readonly Niveau[] => {
  const verteld = laatste(feitenVan(dossier, 'OnderwijsVoorafVastgelegd'));
  return verteld.length > 0 ? verteld.map(({ niveau }) => niveau) : [dossier.jeugdige.onderwijsniveauVoor];
};

const toetsNiveau = (onderwijs: Feit<'OnderwijsGestart'>, vooraf: Niveau, instellingen: Instellingen): Oordeel => {
  const lager = isLager(onderwijs.niveau, vooraf, instellingen);
  const naam = isBekend(vooraf) ? 'OnderwijsGestart.niveau' : 'jeugdige.onderwijsniveauVoor';
  return toetsEisen(
    [
      {
        klopt: enige([
          onderwijs.vorm === 'dagbesteding',
          heeftTekst(onderwijs.redenNiveau),
          niet(gegeven(lager, naam)),
        ]),
        afwijking: 'Het onderwijsniveau is lager dan voorheen, zonder reden.',
      },
    ],
    'Het niveau is niet lager dan voorheen, of daar is een reden voor.',
  );
};

const eisInschrijving = (uitschrijving: Feit<'SchoolVanHerkomstUitgeschreven'>, start: Datum): Eis => ({
  klopt: enige([
    gegeven(uitschrijving.nieuweInschrijving, 'SchoolVanHerkomstUitgeschreven.nieuweInschrijving'),
    uiterlijk(uitschrijving, plusDagen(start, -1)),
  ]),
  afwijking: 'De inschrijving op de school van herkomst is geschrapt en er is geen nieuwe.',
});

/** The level of the last onderwijs, and the enrolment at a school. */
const toetsAansluiting = (start: Datum, dossier: Dossier, instellingen: Instellingen): Oordeel => {
  const onderwijs = feitenVan(dossier, 'OnderwijsGestart');
  const vooraf = niveausVooraf(dossier);
  const niveau = eensgezind(
    laatste(onderwijs).flatMap((feit) => vooraf.map((eerder) => toetsNiveau(feit, eerder, instellingen))),
    onzekereTijden([...onderwijs, ...feitenVan(dossier, 'OnderwijsVoorafVastgelegd')]),
  );
  const inschrijving = toetsEisen(
    feitenVan(dossier, 'SchoolVanHerkomstUitgeschreven').map((feit) => eisInschrijving(feit, start)),
    'Er is geen uitschrijving van school zonder nieuwe inschrijving.',
  );
  return onderwijs.length === 0 ? inschrijving : zwaarste([niveau, inschrijving]);
};

const toets: Toets = (dossier, instellingen) => {
  const start = eersteDag(starts(dossier));
  if (start === null) return nietTeBepalen(onzekereTijden(starts(dossier)));
  const einde = plusDagen(start, instellingen.onderwijsWeken * 7);
  const beschikbaar = toetsEisen(
    [
      {
        klopt: isBeschikbaar(dossier, einde),
        afwijking: `Op ${inWoorden(einde)} was er geen onderwijs of dagbesteding, en ook geen plan met een dagprogramma.`,
        mist: ['OnderwijsGestart'],
      },
    ],
    `Uiterlijk op ${inWoorden(einde)} was er onderwijs of dagbesteding, of een plan met een dagprogramma om daar naar toe te groeien.`,
  );
  const aansluiting = toetsAansluiting(start, dossier, instellingen);
  const opTijd = tijdensVerblijf(beschikbaar, einde, dossier);
  const isNietGetoetst = opTijd.uitkomst === 'NIET_VAN_TOEPASSING' && aansluiting.uitkomst !== 'AFWIJKING';
  return isNietGetoetst ? opTijd : zwaarste([opTijd, aansluiting]);
};

/**
 * B3: "Er is onderwijs beschikbaar dat aansluit bij het perspectief en de mogelijkheden van de jeugdige". Checked four
 * weeks after the first start: onderwijs or dagbesteding that has not stopped (a plan with a dagprogramma counts for the
 * time being), not on a lower level than before without a reason, and still enrolled at a school. Until the end of that
 * day what is missing is open; for whom help ended before it, it is not held against anybody any more.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen behandeling; the four weeks are those of the
 * pilot Kleinschalige Intensieve Behandelgroep.
 */
export const b3: Norm = {
  toetsmomenten: ['OpnameGestart', 'VariantGestart'],
  leestOok: [
    ...(['OnderwijsVoorafVastgelegd', 'OnderwijsGestart', 'OnderwijsGestopt', 'DagprogrammaVastgesteld'] as const),
    'SchoolVanHerkomstUitgeschreven',
    ...EINDES,
  ],
  toets,
};
