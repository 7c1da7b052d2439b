import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog } from '@regielijn/event-store';
import { BiedRegieoverdrachtAan, type Jeugdige, regiekloof } from '@regielijn/jeugdige';
import { datumVan, defineCommand, IdSchema, type Instant, onbekend, weiger } from '@regielijn/kern';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { DossierLezer, type GelezenDossier } from './dossier-lezer.js';
import { minimumsetUit } from './minimumset-uit-dossier.js';

type Houder = Jeugdige['casusregie'][0]['houder'];

/** Offers casusregie to whom the regieregel names, with what the dossier knows. The clock gives it when nobody did. */
export class BiedAanVolgensRegel extends defineCommand({
  naam: 'jeugdige.bied-aan-volgens-regel',
  soort: 'besluit',
  omschrijving:
    'Biedt de casusregie aan wie haar volgens de regieregel hoort te voeren, met een minimumset uit het dossier. De klok doet dit als niemand het op tijd deed.',
  bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van casusregie',
  schema: z.strictObject({ jeugdigeId: IdSchema }),
}) {}

/** The GI that carries out the measure, by the last request that names one. */
const giVan = ({ machtigingen }: GelezenDossier): string | null => {
  const verzoeken = machtigingen
    .flat()
    .filter(({ type }) => type.startsWith('machtiging.verzoek-ingediend@'))
    .sort((a, b) => (a.geldigOp < b.geldigOp ? -1 : 1))
    .map(({ data }) => data as { verzoeker?: string; verzoekerSoort?: string; bevoegdheid?: { giMaatregel?: string } });
  const namen = verzoeken.flatMap(
    ({ verzoeker, verzoekerSoort, bevoegdheid }) =>
      bevoegdheid?.giMaatregel ?? (verzoekerSoort === 'GI' && verzoeker !== undefined ? verzoeker : []),
  );
  return namen.at(-1) ?? null;
};

@CommandHandler(BiedAanVolgensRegel)
export class BiedAanVolgensRegelHandler implements ICommandHandler<BiedAanVolgensRegel> {
  private readonly lezer: DossierLezer;

  constructor(
    @Inject(CommandBus) private readonly opdrachten: CommandBus,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) log: EventLog,
    @Inject(DATABASE) pool: pg.Pool,
  ) {
    this.lezer = new DossierLezer(log, pool);
  }

  async execute({ data: { jeugdigeId }, context }: BiedAanVolgensRegel): Promise<CommandReceipt> {
    const dossier = await this.lezer.lees(jeugdigeId);
    const { toestand } = dossier;
    if (toestand === null) throw onbekend('Dit dossier');
    const aan = this.ontvanger(dossier, toestand, context.geldigOp);
    const minimumset = minimumsetUit(dossier, toestand, context.geldigOp);
    const bied = { jeugdigeId, aan, geldigTot: null, toelichting: null, minimumset };
    return this.opdrachten.execute(new BiedRegieoverdrachtAan(bied, context));
  }

  private ontvanger(dossier: GelezenDossier, toestand: Jeugdige, op: Instant): Houder {
    const kloof = regiekloof(toestand, datumVan(op)).at(-1);
    if (kloof?.tot !== null)
      throw weiger('REGIE_KLOPT', 'Wie de casusregie voert, is al wie dat volgens de regieregel hoort te doen.');
    if (kloof.hoort === 'gemeente') return toestand.systeemregie.at(-1)!.houder;
    const gi = giVan(dossier);
    if (gi === null)
      throw weiger(
        'GI_ONBEKEND',
        'Uit het dossier blijkt niet welke gecertificeerde instelling de casusregie hoort te voeren. Bied haar zelf aan.',
      );
    return { soort: 'GI', organisatie: gi };
  }
}
