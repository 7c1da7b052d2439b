import { catchUp } from '@regielijn/engine';
import { VraagNormafwijkingen } from '@regielijn/normenkader';
import { dienstAccounts } from '@regielijn/toegang';
import { alleBladzijden } from '../bladzijden.js';
import { answer, dagTekst } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface AfwijkingenOptions extends CommonOptions {
  readonly kwartaal: string;
  readonly terugblik?: boolean;
}

type Bladzijde = VraagNormafwijkingen['answer'];
type Antwoord = Omit<Bladzijde, 'gevallen' | 'volgende'> & {
  readonly gevallen: readonly Bladzijde['gevallen'][number][];
};

/** Where there is something to find, for who found nothing. */
const elders = ({ kwartaal, kwartalenMetAfwijkingen }: Antwoord): string =>
  kwartalenMetAfwijkingen.length === 0
    ? `Geen afwijkingen in ${kwartaal}. Er is in geen enkel kwartaal een afwijking vastgesteld.`
    : [
        `Geen afwijkingen in ${kwartaal}. Een afwijking telt in het kwartaal waarin zij is vastgesteld, ook als zij eerder gebeurde.`,
        `Er zijn afwijkingen in ${kwartalenMetAfwijkingen.join(', ')}.`,
      ].join('\n');

const inTekst = ({ kwartaal, gevallen }: Antwoord): string =>
  [
    `${gevallen.length} trajecten met een afwijking in ${kwartaal}`,
    ...gevallen.flatMap(({ trajectId, regio, afwijkingen }) => [
      `${trajectId} (${regio})`,
      ...afwijkingen.map(({ norm, toestand, motiverenUiterlijk, uitleg }) => {
        const isTeMotiveren = toestand === 'open' && motiverenUiterlijk !== null;
        const wanneer = isTeMotiveren ? `open, motiveren uiterlijk ${dagTekst(motiverenUiterlijk)}` : toestand;
        return `  ${norm}  ${wanneer}  ${uitleg}`;
      }),
    ]),
    'Open het dossier met: regielijn dossier <traject>',
  ].join('\n');

/** Every traject in which a norm was deviated from in a quarter, for the review. Without names. */
export const normAfwijkingen = (options: AfwijkingenOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { kwartaal, terugblik = false } = options;
    let kwartalenMetAfwijkingen: Antwoord['kwartalenMetAfwijkingen'] = [];
    const gevallen = await alleBladzijden(
      (na) => poort.vraag(VraagNormafwijkingen, { kwartaal, terugblik, ...na }, dienstAccounts.cli),
      (bladzijde) => {
        ({ kwartalenMetAfwijkingen } = bladzijde);
        return bladzijde.gevallen;
      },
    );
    const antwoord = { kwartaal, gevallen, kwartalenMetAfwijkingen };
    answer(antwoord, options, () => (antwoord.gevallen.length === 0 ? elders(antwoord) : inTekst(antwoord)));
  });
