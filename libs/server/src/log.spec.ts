import { describe, expect, it } from '@jest/globals';
import { weiger } from '@regielijn/kern';
import { openLog, sayTo } from './log.js';

const written = (tell: (say: ReturnType<typeof sayTo>) => void): Record<string, unknown> => {
  const lines: string[] = [];
  tell(sayTo(openLog('worker', { write: (line) => lines.push(line) })));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
};

describe('the log of a server process', () => {
  it('given a plain line, then it is one JSON document with level, time and process', () => {
    expect(written((say) => say('worker volgt het logboek'))).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      process: 'worker',
      msg: 'worker volgt het logboek',
    });
  });

  it('given a line that asks for somebody to look, then it is a warning', () => {
    const line = written((say) => say('volger proef zet proef.gedaan@1 apart: PAST_NIET', { warning: true }));
    expect(line).toMatchObject({ level: 'warn', msg: 'volger proef zet proef.gedaan@1 apart: PAST_NIET' });
  });

  it('given something expected that failed, then a warning with its code and sentence, and no place', () => {
    const line = written((say) =>
      say('volger proef wacht', { error: weiger('TRAJECT_LOOPT', 'Er loopt al een traject.'), correlationId: 'c1' }),
    );
    expect(line).toMatchObject({ level: 'warn', code: 'TRAJECT_LOOPT', what: 'Er loopt al een traject.' });
    expect(line).toMatchObject({ msg: 'volger proef wacht', correlationId: 'c1' });
    expect(line).not.toHaveProperty('frames');
  });

  it('given something unexpected, then an error with its kind and place, and nothing of its text', () => {
    const line = written((say) => say('verzoek mislukt', { error: new TypeError('cannot read Noor de Vries') }));
    expect(line).toMatchObject({ level: 'error', code: 'INTERNE_FOUT', what: 'TypeError' });
    expect(line['frames']).toContainEqual(expect.stringContaining('log.spec.ts'));
    expect(JSON.stringify(line)).not.toContain('Noor');
  });
});
