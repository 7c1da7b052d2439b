import { setTimeout as sleep } from 'node:timers/promises';
import { bewaardeBestanden } from '@regielijn/documenten';
import type { Engine } from '@regielijn/engine';
import type { RecordedEvent } from '@regielijn/event-store';
import { jeugdigeStream } from '@regielijn/jeugdige';
import type pg from 'pg';
import { type Controle, Telling } from './controle.js';

/** A file is taken away by a follower, a moment after the event that says so. */
const SETTLES_WITHIN_MS = 2_000;
const POLL_MS = 100;
/** So many files are hashed in one question. */
const PAGE = 200;

/** One version of a document, and whether its file must be there or must be gone. */
interface Versie {
  readonly stream: string;
  readonly versie: number;
  readonly sha256: string;
  readonly jeugdige: string;
  readonly weg: boolean;
}

type Stream = readonly RecordedEvent[];

const isVernietigd = (jeugdige: Stream): boolean =>
  jeugdige.some(({ type }) => type.startsWith('jeugdige.dossier-vernietigd@'));

/** Recounted from the events themselves, not from the state that the slice makes of them. */
const versiesVan = (document: Stream, jeugdigen: ReadonlyMap<string, Stream>): Versie[] => {
  const ingetrokken = new Set(
    document.filter(({ type }) => type.startsWith('document.ingetrokken@')).map(({ data }) => data['versie']),
  );
  return document
    .filter(({ type }) => type.startsWith('document.vastgelegd@'))
    .map(({ stream, data }) => {
      const jeugdige = jeugdigeStream(data['jeugdigeId'] as string);
      const weg = ingetrokken.has(data['versie']) || isVernietigd(jeugdigen.get(jeugdige) ?? []);
      return { stream, versie: data['versie'] as number, sha256: data['sha256'] as string, jeugdige, weg };
    });
};

const ONTBREEKT = 'het bestand is er niet';

const foutVan = ({ weg }: Versie, klopt: boolean | undefined): string | null => {
  if (weg) return klopt === undefined ? null : 'het bestand is er nog';
  if (klopt === undefined) return ONTBREEKT;
  return klopt ? null : 'het bestand is veranderd';
};

interface Fout {
  readonly versie: Versie;
  readonly wat: string;
}

const foutenVan = async (pool: pg.Pool, versies: readonly Versie[]): Promise<readonly Fout[]> => {
  const fouten: Fout[] = [];
  for (let eerste = 0; eerste < versies.length; eerste += PAGE) {
    const page = versies.slice(eerste, eerste + PAGE);
    const bestanden = await bewaardeBestanden(
      pool,
      page.map(({ sha256 }) => sha256),
    );
    for (const versie of page) {
      const wat = foutVan(versie, bestanden.get(versie.sha256));
      if (wat !== null) fouten.push({ versie, wat });
    }
  }
  return fouten;
};

/** The same versions as the log says now: others go on writing while we look. */
const opnieuw = async ({ log }: Engine, fouten: readonly Fout[]): Promise<readonly Versie[]> => {
  const gezocht = new Set(fouten.map(({ versie }) => versie.sha256));
  const versies: Versie[] = [];
  for (const stream of new Set(fouten.map(({ versie }) => versie.stream))) {
    const document = await log.readSealed(stream);
    const jeugdige = fouten.find(({ versie }) => versie.stream === stream)!.versie.jeugdige;
    const jeugdigen = new Map([[jeugdige, await log.readSealed(jeugdige)]]);
    versies.push(...versiesVan(document, jeugdigen).filter(({ sha256 }) => gezocht.has(sha256)));
  }
  return versies;
};

const BIJ_ONTBREKEN =
  'Een export bevat geen bestanden: na een import ontbreken ze, tot u ze overzet met een kopie van de database. ' +
  'Is hier niets geïmporteerd? Zet dan een back-up van de tabel documenten.inhoud terug.';

/**
 * Every version of a document has its file, unchanged; one that was withdrawn or whose dossier was destroyed has none. A
 * file that is not there is told apart from one that was changed: an import brings none along.
 */
export const controleerDocumenten = async (
  engine: Engine,
  documenten: ReadonlyMap<string, Stream>,
  jeugdigen: ReadonlyMap<string, Stream>,
): Promise<readonly Controle[]> => {
  const aanwezig = new Telling('elk vastgelegd document heeft zijn bestand', BIJ_ONTBREKEN);
  const ongeschonden = new Telling('elk bestand is onveranderd, elk gewist bestand is weg');
  const versies = [...documenten.values()].flatMap((document) => versiesVan(document, jeugdigen));
  for (const telling of [aanwezig, ongeschonden]) telling.tel(versies.length);
  let fouten = await foutenVan(engine.pool, versies);
  for (const deadline = Date.now() + SETTLES_WITHIN_MS; fouten.length > 0 && Date.now() < deadline;) {
    await sleep(POLL_MS);
    fouten = await foutenVan(engine.pool, await opnieuw(engine, fouten));
  }
  for (const { versie, wat } of fouten)
    (wat === ONTBREEKT ? aanwezig : ongeschonden).fout(`${versie.stream}, versie ${versie.versie}: ${wat}`);
  return [aanwezig.uitslag(), ongeschonden.uitslag()];
};
