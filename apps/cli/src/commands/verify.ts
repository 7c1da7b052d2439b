import { catchUp } from '@regielijn/engine';
import { answer, progress, table } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';
import { verify } from '../verify/verify.js';

/** Checks the whole record; anything wrong ends with exit code 1. */
export const verifyCommand = (options: CommonOptions): Promise<void> =>
  withSession(options, async ({ engine }) => {
    await catchUp(engine);
    const show = progress('Logboek lezen');
    const uitslag = await verify(engine, (gelezen) => show(gelezen, null));
    answer(uitslag, options, () =>
      [
        `${uitslag.goed ? 'Alles klopt' : 'NIET IN ORDE'}: ${uitslag.events} gebeurtenissen`,
        table(
          uitslag.controles.map(({ naam, geteld, fouten }) => [fouten.length === 0 ? 'goed' : 'FOUT', naam, geteld]),
        ),
        ...uitslag.controles.flatMap(({ fouten, uitleg }) =>
          [...fouten, ...(uitleg === undefined ? [] : [uitleg])].map((zin) => `  ${zin}`),
        ),
      ].join('\n'),
    );
    if (!uitslag.goed) process.exitCode = 1;
  });
