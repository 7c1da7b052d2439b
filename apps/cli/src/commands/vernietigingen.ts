import { readFileSync } from 'node:fs';
import { catchUp } from '@regielijn/engine';
import { type EventStore, LOG_START, type LogPosition } from '@regielijn/event-store';
import { SluitDossier, VernietigDossier } from '@regielijn/jeugdige';
import { IdSchema, InstantSchema, isCodedError, parseConfig } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { z } from 'zod';
import { answer, tijdstipTekst } from '../output.js';
import { type CommonOptions, type Session, withEngine, withSession } from '../session.js';

interface VernietigingenOptions extends CommonOptions {
  readonly herhaal?: string;
}

const VernietigingSchema = z.strictObject({
  jeugdigeId: IdSchema,
  grond: z.enum(['verzoek_betrokkene', 'bewaartermijn_verstreken']),
  vernietigdOp: InstantSchema,
});
const LijstSchema = z.strictObject({ vernietigingen: z.array(VernietigingSchema) });
type Vernietiging = z.output<typeof VernietigingSchema>;

const PAGE = 5_000;

const vernietigingenIn = async (store: EventStore): Promise<readonly Vernietiging[]> => {
  const gevonden: Vernietiging[] = [];
  let position: LogPosition = LOG_START;
  for (;;) {
    const page = await store.readAll(position, PAGE);
    for (const { type, data, vastgelegdOp } of page)
      if (type.startsWith('jeugdige.dossier-vernietigd@'))
        gevonden.push(VernietigingSchema.parse({ ...data, vernietigdOp: vastgelegdOp }));
    if (page.length < PAGE) return gevonden;
    position = page.at(-1)!.position;
  }
};

type Uitkomst = 'vernietigd' | 'niet in dit logboek' | { readonly code: string; readonly zin: string };

/** An older backup may hold the dossier while it was still open: then it is closed first, by the same rules as always. */
const vernietigOpnieuw = async ({ engine, poort }: Session, { jeugdigeId, grond }: Vernietiging): Promise<Uitkomst> => {
  const aanroep = { actor: dienstAccounts.cli };
  const vernietig = () => poort.opdracht(VernietigDossier, { jeugdigeId, grond }, aanroep);
  try {
    await vernietig().catch(async (error: unknown) => {
      if (!isCodedError(error, 'DOSSIER_IS_OPEN')) throw error;
      await poort.opdracht(SluitDossier, { jeugdigeId }, aanroep);
      await vernietig();
    });
    return 'vernietigd';
  } catch (error) {
    if (!isCodedError(error) || error.kind === 'unavailable') throw error;
    if (error.code !== 'NIET_GEVONDEN') return { code: error.code, zin: error.message };
    // Its registration came after the backup; a key may have been made for it before that.
    await engine.keys.destroy(jeugdigeId);
    return 'niet in dit logboek';
  }
};

/** After a restore: a backup from before a destruction brought its key back. Whatever cannot be destroyed is named. */
const herhaal = (options: VernietigingenOptions, bestand: string): Promise<void> => {
  const { vernietigingen } = parseConfig(LijstSchema, readFileSync(bestand, 'utf8'), bestand);
  return withSession(options, async (session) => {
    await catchUp(session.engine);
    const uitkomsten: { jeugdigeId: string; uitkomst: Uitkomst }[] = [];
    for (const vernietiging of vernietigingen)
      uitkomsten.push({
        jeugdigeId: vernietiging.jeugdigeId,
        uitkomst: await vernietigOpnieuw(session, vernietiging),
      });
    answer({ uitkomsten }, options, () =>
      [`${uitkomsten.length} vernietigingen herhaald.`]
        .concat(
          uitkomsten.map(
            ({ jeugdigeId, uitkomst }) =>
              `${jeugdigeId}  ${typeof uitkomst === 'string' ? uitkomst : `NIET VERNIETIGD: ${uitkomst.zin}`}`,
          ),
        )
        .join('\n'),
    );
    if (uitkomsten.some(({ uitkomst }) => typeof uitkomst !== 'string')) process.exitCode = 1;
  });
};

/** Which dossiers were destroyed, without a name; or those of such a list destroyed once more. */
export const vernietigingenCommand = (options: VernietigingenOptions): Promise<void> =>
  options.herhaal !== undefined
    ? herhaal(options, options.herhaal)
    : withEngine(options, async ({ store }) => {
        const vernietigingen = await vernietigingenIn(store);
        answer({ vernietigingen }, options, () =>
          vernietigingen
            .map(({ jeugdigeId, grond, vernietigdOp }) => `${jeugdigeId}  ${tijdstipTekst(vernietigdOp)}  ${grond}`)
            .join('\n'),
        );
      });
