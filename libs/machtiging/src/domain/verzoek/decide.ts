import { datumVan, ongeldig } from '@regielijn/kern';
import type { MachtigingFacts } from '../feiten.js';
import { nieuwMachtigingId } from '../ids.js';
import type { Bevinding } from '../regels/bevinding.js';
import { weigerVerboden } from '../regels/weiger-bevinding.js';
import { alsVlaggen, verzoekBevindingen, type Verzoekgegevens } from './bevindingen.js';
import type { DienVerzoekIn, LegVerzoekVast, VerzoekCommand } from './commands.js';
import { verzoekFeiten as feit } from './events.js';

type Ingediend = ReturnType<typeof feit.verzoekIngediend.of>;

const ingediend = (
  { context, data }: VerzoekCommand,
  gegevens: Verzoekgegevens,
  bevindingen: readonly Bevinding[] | null,
): readonly Ingediend[] => [
  feit.verzoekIngediend.of({
    machtigingId: nieuwMachtigingId(context.commandId),
    jeugdigeId: data.jeugdigeId,
    ...gegevens,
    vlaggen: alsVlaggen(bevindingen),
  }),
];

const gegevensVan = <D extends { readonly jeugdigeId: string }>({
  jeugdigeId: _,
  ...gegevens
}: D): Omit<D, 'jeugdigeId'> => gegevens;

const bevindingenVan = ({ context }: VerzoekCommand, gegevens: Verzoekgegevens, facts: MachtigingFacts) =>
  verzoekBevindingen(gegevens, context.geldigOp, { ...facts, geboortedatum: facts.geboortedatum! });

/** To file is a decision of now: what the law forbids is refused. What was filed before is a fact, told by the other command. */
export const dienIn = (command: DienVerzoekIn, facts: MachtigingFacts): readonly Ingediend[] => {
  const { geldigOp, nu } = command.context;
  if (datumVan(geldigOp) !== datumVan(nu))
    throw ongeldig(
      'VERZOEK_NIET_VAN_NU',
      'Een verzoek dient u vandaag in. Is het al eerder ingediend, leg het dan vast als ingediend verzoek.',
      { geldigOp },
    );
  const gegevens = { ...gegevensVan(command.data), volledig: true };
  const bevindingen = bevindingenVan(command, gegevens, facts);
  weigerVerboden(bevindingen ?? []);
  return ingediend(command, gegevens, bevindingen);
};

export const legVerzoekVast = (command: LegVerzoekVast, facts: MachtigingFacts): readonly Ingediend[] => {
  const gegevens = gegevensVan(command.data);
  return ingediend(command, gegevens, bevindingenVan(command, gegevens, facts));
};
