import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ownRedisMissing } from '../kit/redis.js';
import { type Options, runCampaign, summary } from './campaign.js';
import { holds, sentence } from './verdict.js';

const LOGS = ['postgres', 'eventstoredb'] as const;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const wholeNumber = (name: string, text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} is a whole number from 1`);
  return Number(text);
};

const read = (): Options => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      log: { type: 'string', default: 'postgres' },
      each: { type: 'string', default: '2' },
      drivers: { type: 'string', default: '3' },
      keep: { type: 'string' },
    },
  });
  const log = LOGS.find((name) => name === values.log);
  if (log === undefined) throw new Error(`--log is one of ${LOGS.join(', ')}`);
  const number = (name: 'kills' | 'seed' | 'each' | 'drivers'): number => wholeNumber(name, values[name]);
  const { keep } = values;
  if (keep !== undefined && !existsSync(keep)) throw new Error('--keep is a folder that is there');
  return {
    ...{ log, kills: number('kills'), seed: number('seed'), each: number('each'), drivers: number('drivers') },
    ...(keep === undefined ? {} : { keep }),
  };
};

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Whether everything held. */
const run = async (): Promise<boolean> => {
  if (ownRedisMissing !== null) throw new Error(ownRedisMissing);
  const options = read();
  const report = await runCampaign(options, (line) => process.stderr.write(`${line}\n`));
  for (const verdict of report.verdicts) print(sentence(verdict));
  print(summary(report, options.seed));
  return report.verdicts.every(holds);
};

const isGood = await run().catch((error: unknown) => {
  print(`AFGEBROKEN: ${(error as Error).message}`);
  return false;
});
// Callers of a campaign that was broken off would go on asking.
process.exit(isGood ? 0 : 1);
