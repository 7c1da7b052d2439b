import { rotateMasterKey } from '@regielijn/engine';
import { MasterKey } from '@regielijn/event-store';
import { answer } from '../output.js';
import { type CommonOptions, withEngine } from '../session.js';

interface RotateOptions extends CommonOptions {
  readonly nieuweHoofdsleutel: string;
}

const WAT_NU = {
  zelf: 'De nieuwe hoofdsleutel staat in de gegevensmap.',
  beheerder: 'Zet de nieuwe hoofdsleutel in REGIELIJN_MASTER_KEY van elk proces, en start die opnieuw.',
};

/** From a file, never from the command line, which other users of the machine can read. */
export const keysRotate = (options: RotateOptions): Promise<void> => {
  const nieuw = MasterKey.fromFile(options.nieuweHoofdsleutel, false);
  return withEngine(options, async (engine) => {
    const { sleutels, bestandVervangen } = await rotateMasterKey(engine, nieuw);
    answer(
      { sleutels, bestandVervangen },
      options,
      () => `${sleutels} sleutels opnieuw verpakt. ${bestandVervangen ? WAT_NU.zelf : WAT_NU.beheerder}`,
    );
  });
};
