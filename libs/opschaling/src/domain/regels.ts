import { type CodedError, datumVan, type Past, volgorde, weiger } from '@regielijn/kern';
import type { OpschalingEvent } from './events.js';
import { hogerDan, type Ladders, tredenOp } from './ladder.js';
import type { Opschaling } from './state.js';

type Regels<E extends OpschalingEvent = OpschalingEvent> = {
  readonly [T in E['type']]: (feit: Past<Extract<E, { type: T }>>, stand: Opschaling, ladders: Ladders) => void;
};

const beantwoord = (): CodedError =>
  weiger(
    'OPSCHALING_IS_BEANTWOORD',
    'Deze vraag is al beantwoord. Sluit de opschaling af, of schaal op als het antwoord niet helpt.',
  );

const doorEenAnder = ({ organisatie }: Opschaling): CodedError =>
  weiger(
    'OPSCHALING_NIET_DOOR_U_AANGENOMEN',
    'Uw organisatie heeft deze vraag niet aangenomen. Neem haar eerst aan, of vraag het wie haar aannam.',
    { aangenomenDoor: organisatie },
  );

const tredeGeldtNiet = (trede: string, geldig: readonly string[]): CodedError =>
  weiger(
    'TREDE_GELDT_NIET',
    geldig.length === 0
      ? 'Op deze dag heeft deze ladder geen trede die dit kan zijn. Kijk de datum na.'
      : `Deze trede kan op deze dag niet. Kies een van: ${geldig.join(', ')}.`,
    { trede, kanWel: geldig },
  );

const laatsteTrede = (trede: string): CodedError =>
  weiger(
    'LAATSTE_TREDE',
    'Dit is op deze dag de hoogste trede van de ladder. Vraag hier om een antwoord, of sluit af met wat het opleverde.',
    { trede },
  );

/**
 * The rule of each fact: throws why it cannot follow upon what came before. Asked when it is decided, and of every fact
 * again when another one is corrected or withdrawn.
 */
const regels: Regels = {
  'opschaling.geopend@1': ({ data: { ladder, trede }, geldigOp }, _, ladders) => {
    const [eerste] = tredenOp(ladders, ladder, datumVan(geldigOp));
    if (trede !== eerste) throw tredeGeldtNiet(trede, eerste === undefined ? [] : [eerste]);
  },
  'opschaling.aangenomen@1': ({ data }, stand) => {
    if (stand.stand === 'beantwoord') throw beantwoord();
    if (stand.stand === 'aangenomen' && stand.organisatie !== data.organisatie)
      throw weiger(
        'OPSCHALING_IS_AL_AANGENOMEN',
        'Een andere organisatie heeft deze vraag al aangenomen. Overleg met haar.',
        { organisatie: stand.organisatie },
      );
  },
  'opschaling.teruggegeven@1': ({ data }, stand) => {
    if (stand.stand === 'beantwoord') throw beantwoord();
    if (stand.stand === 'teruggegeven')
      throw weiger('OPSCHALING_IS_AL_TERUG', 'Deze vraag is al terug bij wie haar stelde. U hoeft niets te doen.');
    if (stand.stand === 'aangenomen' && stand.organisatie !== data.organisatie) throw doorEenAnder(stand);
  },
  'opschaling.beantwoord@1': ({ data }, stand) => {
    if (stand.stand === 'beantwoord') throw beantwoord();
    if (stand.stand !== 'aangenomen' || stand.organisatie !== data.organisatie) throw doorEenAnder(stand);
  },
  'opschaling.opgeschaald@1': ({ data: { naarTrede }, geldigOp }, { ladder, trede }, ladders) => {
    const hoger = hogerDan(ladders, ladder, trede, datumVan(geldigOp));
    if (hoger.length === 0) throw laatsteTrede(trede);
    if (!hoger.includes(naarTrede)) throw tredeGeldtNiet(naarTrede, hoger);
  },
  'opschaling.afgesloten@1': () => undefined,
};

/**
 * Refuses a fact that cannot follow upon this stand. Errors: `OPSCHALING_IS_AFGESLOTEN`, `DATUM_VOLGORDE`, and those of the
 * fact itself. `stand` is null for the opening, and only then.
 */
export const vereisKan = (feit: Past<OpschalingEvent>, stand: Opschaling | null, ladders: Ladders): void => {
  if (stand?.stand === 'afgesloten')
    throw weiger('OPSCHALING_IS_AFGESLOTEN', 'Deze opschaling is afgesloten. Open een nieuwe als de vraag er nog is.', {
      uitkomst: stand.uitkomst,
    });
  if (stand) volgorde(stand.sinds, feit.geldigOp, 'de vorige stap van deze opschaling');
  const regel = regels[feit.type] as (feit: Past<OpschalingEvent>, stand: Opschaling | null, ladders: Ladders) => void;
  regel(feit, stand, ladders);
};
