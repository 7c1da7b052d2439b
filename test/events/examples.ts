import type { NewEvent } from '@regielijn/event-store';
import { deriveId } from '@regielijn/kern';
import { bewaking, termijnId } from './facts/bewaking.js';
import { bericht, berichtId, mislukt, mislukteId } from './facts/berichten.js';
import { documentId, type Fact, idOf, jeugdigeId, machtigingId, trajectId, voorzieningId } from './facts/common.js';
import { document } from './facts/documenten.js';
import { jeugdige, vervallen, vervallenId } from './facts/jeugdige.js';
import { kwartaalreview } from './facts/kwartaalreview.js';
import { machtiging } from './facts/machtiging.js';
import { normtoets } from './facts/normtoets.js';
import { opschaling, opschalingId } from './facts/opschaling.js';
import { terugkeer } from './facts/terugkeer.js';
import { dubbel, dubbeleJeugdigeId, regie, regieJeugdigeId } from './facts/regie.js';
import {
  ambulant,
  ambulantTrajectId,
  ingetrokken,
  ingetrokkenTrajectId,
  toeleiding,
  tweedeTrajectId,
} from './facts/toeleiding.js';
import { verloop } from './facts/traject.js';
import { zorgEnUitstroom } from './facts/zorg.js';
import { voorziening } from './facts/voorziening.js';

/** An event of a made-up jeugdige, as the domain offered it: personal fields still readable. */
export interface Example extends NewEvent {
  readonly stream: string;
}

const MINUTES_UNTIL_RECORDED = 20;

const jeugdbeschermer = { subject: 'jb-017', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
const klok = { subject: 'dienst-klok', organisatie: 'regielijn', rol: 'dienst' };
const follower = { subject: 'dienst-follower', organisatie: 'regielijn', rol: 'dienst' };

const reviewer = { subject: 'rv-002', organisatie: 'landsdeel-zuidwest', rol: 'reviewer' };

const inStream = (stream: string, facts: readonly Fact[], actor = jeugdbeschermer): readonly Example[] =>
  facts.map(([type, geldigOp, data]) => {
    const commandId = deriveId('voorbeeldopdracht', type);
    const vastgelegdOp = new Date(Date.parse(geldigOp) + MINUTES_UNTIL_RECORDED * 60_000).toISOString();
    const metadata = { actor, commandId, correlationId: commandId, causationId: commandId };
    return { stream, id: idOf(type), type, geldigOp, vastgelegdOp, metadata, data };
  });

/**
 * What the stored examples must open to, stream by stream in the order of the log. A new event type gets its example
 * here first; it is an excerpt of a stream, so an event that others refer to need not be among them.
 */
export const examples: readonly Example[] = [
  ...inStream(`jeugdige-${jeugdigeId}`, jeugdige),
  ...inStream(`jeugdige-${vervallenId}`, vervallen),
  ...inStream(`jeugdige-${regieJeugdigeId}`, regie),
  ...inStream(`jeugdige-${dubbeleJeugdigeId}`, dubbel),
  ...inStream(`machtiging-${machtigingId}`, machtiging),
  ...inStream(`traject-${trajectId}`, [...verloop, ...zorgEnUitstroom]),
  ...inStream(`traject-${tweedeTrajectId}`, toeleiding),
  ...inStream(`traject-${ambulantTrajectId}`, ambulant),
  ...inStream(`traject-${ingetrokkenTrajectId}`, ingetrokken),
  ...inStream(`normtoets-${trajectId}`, normtoets, follower),
  ...inStream('kwartaalreview-zuidwest-2026-K1', kwartaalreview, reviewer),
  ...inStream(`voorziening-${voorzieningId}`, voorziening),
  ...inStream(`document-${documentId}`, document),
  ...inStream(`opschaling-${opschalingId}`, opschaling),
  ...inStream(`terugkeer-${trajectId}`, terugkeer, follower),
  ...inStream(`proces-termijn-${termijnId}`, bewaking, klok),
  ...inStream(`bericht-${berichtId}`, bericht, follower),
  ...inStream(`bericht-${mislukteId}`, mislukt, follower),
];

/** What a stream begins with before its examples, by type: other streams hold the examples of those. */
export const begin: Readonly<Record<string, readonly string[]>> = {
  [`traject-${tweedeTrajectId}`]: ['traject.aangemeld@2'],
  [`jeugdige-${dubbeleJeugdigeId}`]: ['jeugdige.geregistreerd@2'],
  [`traject-${ambulantTrajectId}`]: ['traject.aangemeld@2', 'traject.variant-gestart@1'],
  [`traject-${ingetrokkenTrajectId}`]: ['traject.aangemeld@2'],
  [`bericht-${mislukteId}`]: ['bericht.opgesteld@1', 'bericht.geadresseerd@1'],
};
