import { type Dossier, type Feit, feitenVan, isBekend } from './dossier.js';
import { type Instellingen, variantVan } from './instellingen.js';
import type { Norm, Toets } from './norm.js';
import {
  afwijking,
  eensgezind,
  nietTeBepalen,
  type Oordeel,
  perGeval,
  toetsEisen,
  voldaan,
  zwaarste,
} from './oordeel.js';
import { geldendOp, geldendVoor, onzekereTijden, voor } from './tijd.js';
import { enige, gegeven, niet } from './zekerheid.js';

type Opname = Feit<'OpnameGestart'>;
type Plek = Feit<'PlekBeoordeeld'>;

const PASSEND = 'Er is geplaatst op een plek die voor de opname passend is bevonden.';

const nietBeoordeeld = (): Oordeel =>
  afwijking('Voor de opname is niet beoordeeld of deze plek past.', ['PlekBeoordeeld']);

const toetsBeoordeling = (plek: Plek | null): Oordeel =>
  plek === null
    ? nietBeoordeeld()
    : toetsEisen(
        [{ klopt: gegeven(plek.passend, 'PlekBeoordeeld.passend'), afwijking: 'De plek is niet passend bevonden.' }],
        PASSEND,
      );

/** Which plek it was is not known: certain only when no plek can have been found fitting. */
const toetsOnbekendePlek = (beoordeeld: readonly Plek[], ontbreekt: string): Oordeel => {
  if (beoordeeld.length === 0) return nietBeoordeeld();
  return beoordeeld.every(({ passend }) => passend === false)
    ? toetsBeoordeling(beoordeeld[0]!)
    : nietTeBepalen([ontbreekt]);
};

const toetsPlek = (opname: Opname, beoordelingen: readonly Plek[]): Oordeel => {
  const eerder = beoordelingen.filter((plek) => voor(plek, opname) !== false);
  if (!isBekend(opname.plekId)) return toetsOnbekendePlek(eerder, 'OpnameGestart.plekId');
  const zonderPlek = eerder.filter(({ plekId }) => !isBekend(plekId));
  if (zonderPlek.length > 0) {
    const mogelijk = eerder.filter(({ plekId }) => !isBekend(plekId) || plekId === opname.plekId);
    return toetsOnbekendePlek(mogelijk, 'PlekBeoordeeld.plekId');
  }
  const deze = eerder.filter(({ plekId }) => plekId === opname.plekId);
  return eensgezind(geldendVoor(deze, opname).map(toetsBeoordeling), onzekereTijden([...deze, opname]));
};

const toetsVariant = (
  triage: Feit<'TriageUitkomst'> | null,
  geplaatst: string | null | undefined,
  instellingen: Instellingen,
): Oordeel => {
  if (triage === null) return nietTeBepalen(['TriageUitkomst']);
  if (!isBekend(triage.variant)) {
    if (!isBekend(triage.gekozen)) return nietTeBepalen(['TriageUitkomst.variant']);
    return afwijking('Volgens de triage was er geen passende variant binnen Jeugdhulp Plus, en toch is er geplaatst.');
  }
  if (!isBekend(geplaatst)) return nietTeBepalen(['OpnameGestart.variant']);
  const [bedoeld, gekregen] = [triage.variant, geplaatst].map((naam) => variantVan(naam, instellingen));
  if (bedoeld?.trede === null)
    return afwijking(
      'Volgens de triage moest de jeugdige niet meer worden geplaatst (wacht op uitstroom of andere wet).',
    );
  const zelfde = bedoeld === undefined ? triage.variant === geplaatst : bedoeld.id === gekregen?.id;
  return zelfde ? voldaan(PASSEND) : afwijking('De variant van de plek is een andere dan de triage aanwees.');
};

const toetsOmstandigheden = (opname: Opname, dossier: Dossier): Oordeel => {
  const nietPlaatsen = feitenVan(dossier, 'WachtendOpUitstroomVastgesteld', 'AndereIndicatieVastgesteld');
  return toetsEisen(
    [
      {
        klopt: (opname.redencodes ?? []).length === 0,
        afwijking: 'Er is geplaatst bij gebrek aan beter of vanwege een wachtlijst.',
      },
      {
        klopt: niet(enige(nietPlaatsen.map((feit) => voor(feit, opname)))),
        afwijking: 'Voor de opname was al vastgesteld dat de jeugdige wacht op uitstroom of onder een andere wet valt.',
      },
    ],
    PASSEND,
  );
};

const toetsOpname = (opname: Opname, dossier: Dossier, instellingen: Instellingen): Oordeel => {
  const triages = feitenVan(dossier, 'TriageUitkomst');
  const variant = opname.variant ?? dossier.variant;
  return zwaarste([
    toetsPlek(opname, feitenVan(dossier, 'PlekBeoordeeld')),
    eensgezind(
      geldendOp(triages, opname).map((triage) => toetsVariant(triage, variant, instellingen)),
      onzekereTijden([...triages, opname]),
    ),
    toetsOmstandigheden(opname, dossier),
  ]);
};

const toets: Toets = (dossier, instellingen) =>
  perGeval(feitenVan(dossier, 'OpnameGestart'), (opname) => toetsOpname(opname, dossier, instellingen));

/**
 * O2: "Er wordt alleen geplaatst als er sprake is van een passende plek". Checked at every opname: this plek was assessed
 * before it and found fitting, its variant is that of the triage, and it was not taken for want of something better.
 * A jeugdige who waits for uitstroom or belongs under another law is not placed.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen organisatie.
 */
export const o2: Norm = {
  toetsmomenten: ['OpnameGestart'],
  leestOok: ['TriageUitkomst', 'PlekBeoordeeld', 'WachtendOpUitstroomVastgesteld', 'AndereIndicatieVastgesteld'],
  toets,
};
