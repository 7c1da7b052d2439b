import { catchUp } from '@regielijn/engine';
import { VraagNormafwijkingen } from '@regielijn/normenkader';
import { dienstAccounts } from '@regielijn/toegang';
import { answer } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface AfwijkingenOptions extends CommonOptions {
  readonly kwartaal: string;
  readonly terugblik?: boolean;
}

/** Every traject in which a norm was deviated from in a quarter, for the review. Without names. */
export const normAfwijkingen = (options: AfwijkingenOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { kwartaal, terugblik = false } = options;
    const { gevallen } = await poort.vraag(VraagNormafwijkingen, { kwartaal, terugblik }, dienstAccounts.cli);
    answer({ kwartaal, gevallen }, options, () =>
      [
        `${gevallen.length} trajecten met een afwijking in ${kwartaal}`,
        ...gevallen.flatMap(({ trajectId, regio, afwijkingen }) => [
          `${trajectId} (${regio})`,
          ...afwijkingen.map(({ norm, toestand, motiverenUiterlijk, uitleg }) => {
            const wanneer = toestand === 'open' ? `open, motiveren uiterlijk ${motiverenUiterlijk}` : toestand;
            return `  ${norm}  ${wanneer}  ${uitleg}`;
          }),
        ]),
      ].join('\n'),
    );
  });
