import { catchUp } from '@regielijn/engine';
import { VraagBezetting, VraagPlaatsingen } from '@regielijn/monitor';
import { dienstAccounts } from '@regielijn/toegang';
import { answer, table } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface PlaatsingenOptions extends CommonOptions {
  readonly jaar: string;
  readonly definitie: string;
}

export const monitorPlaatsingen = (options: PlaatsingenOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { jaar, definitie } = options;
    const cijfers = await poort.vraag(VraagPlaatsingen, { jaar, definitie }, dienstAccounts.cli);
    answer(cijfers, options, () =>
      [
        `Plaatsingen in ${cijfers.jaar} (definitie ${cijfers.definitie})`,
        table([...Object.entries(cijfers.perRegio), ['totaal', cijfers.totaal]]),
        'Urgentie',
        table(Object.entries(cijfers.urgentie)),
        'Soort',
        table(Object.entries(cijfers.soort)),
        'Gemeenten naar aantal plaatsingen',
        table(Object.entries(cijfers.gemeenteklassen)),
        'Gemeenten met meer dan tien plaatsingen',
        table([...Object.entries(cijfers.gemeenten), ['', '']]).trimEnd(),
        'Aandelen',
        table(
          Object.entries(cijfers.aandelen).map(([naam, { teller, noemer, procent }]) => [
            ...[naam, `${procent ?? '-'}%`, `${teller} van ${noemer}`],
          ]),
        ),
      ].join('\n'),
    );
  });

interface BezettingOptions extends CommonOptions {
  readonly jaar: string;
}

export const monitorBezetting = (options: BezettingOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const cijfers = await poort.vraag(VraagBezetting, { jaar: options.jaar }, dienstAccounts.cli);
    const cellen = (aantallen: readonly (number | null)[]) => aantallen.map((aantal) => aantal ?? '-');
    answer(cijfers, options, () =>
      [
        table([
          ['Jeugdigen in zorg', ...cijfers.peildata],
          ...Object.entries(cijfers.perRegio).map(([regio, aantallen]) => [regio, ...cellen(aantallen)]),
          ['totaal', ...cellen(cijfers.totaal)],
        ]),
        ...(cijfers.totaal.includes(null) ? ['-: deze dag moet nog komen'] : []),
      ].join('\n'),
    );
  });
