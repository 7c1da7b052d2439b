import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineCommand } from './command.js';
import { correctieCommands } from './correctie-commands.js';
import { deriveId } from './ids.js';
import { testContext } from './scenario.kit.js';

class Tel extends defineCommand({
  naam: 'proef.tel',
  soort: 'feit',
  omschrijving: 'Telt.',
  schema: z.strictObject({ n: z.int() }),
}) {}

describe('a command', () => {
  it('given its data and context, then the instance carries them with the name of its class', () => {
    const context = testContext();
    const command = new Tel({ n: 1 }, context);
    expect({ ...command }).toEqual({ naam: 'proef.tel', data: { n: 1 }, context });
    expect(command.naam).toBe(Tel.definition.naam);
  });
});

describe('the two commands that correct a slice', () => {
  const { Corrigeer, TrekFeitIn } = correctieCommands('proef', 'proefId');
  const [proefId, vervangt] = [deriveId('proef'), deriveId('feit')];

  it('given any slice, then they bear its name and record facts', () => {
    expect([Corrigeer, TrekFeitIn].map(({ definition: { naam, soort } }) => [naam, soort])).toEqual([
      ['proef.corrigeer', 'feit'],
      ['proef.trek-feit-in', 'feit'],
    ]);
  });

  it('given a correction without a moment, then the moment of the fact stays', () => {
    const invoer = { proefId, vervangt, velden: { n: 2 }, reden: 'verkeerd geteld' };
    expect(Corrigeer.definition.schema.parse(invoer)).toEqual({ ...invoer, gebeurdOp: null });
  });

  it.each([
    ['without a reason', { reden: undefined }],
    ['with an empty reason', { reden: ' ' }],
    ['of no dossier', { proefId: undefined }],
    ['of something that is no fact', { vervangt: 'het vorige' }],
    ['with an unknown field', { meer: 1 }],
  ])('given a correction or withdrawal %s, then it is refused', (_, wijziging) => {
    const intrekking = { proefId, vervangt, reden: 'niet gebeurd' };
    expect(TrekFeitIn.definition.schema.safeParse(intrekking).success).toBe(true);
    expect(TrekFeitIn.definition.schema.safeParse({ ...intrekking, ...wijziging }).success).toBe(false);
    expect(Corrigeer.definition.schema.safeParse({ ...intrekking, velden: {} }).success).toBe(true);
    expect(Corrigeer.definition.schema.safeParse({ ...intrekking, velden: {}, ...wijziging }).success).toBe(false);
  });
});
