import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describeWith } from '../kit/describe-with.js';
import { ownRedisMissing } from '../kit/redis.js';
import { type Report, runCampaign, summary } from './campaign.js';
import { holds, sentence } from './verdict.js';

jest.setTimeout(300_000);

/** Each part is taken away twice. */
const ROUNDS = 2;
const FORMS = [
  { log: 'postgres', parts: ['api', 'postgresql', 'redis', 'worker'], seed: 21 },
  { log: 'eventstoredb', parts: ['api', 'eventstoredb', 'postgresql', 'redis', 'worker'], seed: 22 },
] as const;

const run = async ({ log, parts, seed }: (typeof FORMS)[number]): Promise<Report> => {
  const kills = ROUNDS * parts.length;
  const report = await runCampaign({ log, seed, kills, each: 1, drivers: 2 }, () => undefined);
  process.stderr.write(`${log}: ${summary(report, seed)}\n`);
  return report;
};

describeWith(ownRedisMissing, 'the short form of the crash campaign (the long one: npm run crash)', () => {
  // Beside each other: most of it is waiting.
  let reports: ReadonlyMap<string, Report>;
  beforeAll(async () => {
    reports = new Map(await Promise.all(FORMS.map(async (form) => [form.log, await run(form)] as const)));
  });

  describe.each(FORMS)('given cases that go on, with the log on $log, while every part is killed', ({ log, parts }) => {
    it('then every part was taken away in the middle of the work', () => {
      const { kills, acknowledged } = reports.get(log)!;
      expect(kills.map(({ part }) => part).sort()).toEqual([...parts, ...parts].sort());
      expect(acknowledged).toBeGreaterThan(kills.length);
    });

    it('then everything that was promised holds', () => {
      expect(
        reports
          .get(log)!
          .verdicts.filter((verdict) => !holds(verdict))
          .map(sentence),
      ).toEqual([]);
    });
  });
});
