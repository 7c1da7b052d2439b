import { type Actor, uniek } from '@regielijn/kern';
import { waarvanMag } from '@regielijn/toegang';
import { type AanZet, ACTIE, OPSCHALINGEN, OVERIG, WERK, type Werk, type Werksoort } from './werk.js';

/** One kind of place where work stands: a query on read models, in which `$1` is the organisation that asks. */
export interface Bron {
  readonly sql: string;
  /** From `$2` on. */
  readonly params: readonly unknown[];
}

/** A line of any of them. */
export interface WerkRij {
  readonly id: string;
  readonly regel: string;
  /** The stream it belongs to. */
  readonly bij: string;
  readonly jeugdige_id: string | null;
  /** The last day. */
  readonly laatste: string;
  /** A moment until which nobody need do anything yet, unless the last day is near; null: there is none. */
  readonly vanaf: string | null;
  /** Who carries casusregie of this jeugdige. */
  readonly medewerker: string | null;
  /** What a term calls itself. */
  readonly naam: string | null;
}

/** Terms that run, with what was moved by hand, of dossiers that are there. */
const TERM = `
select t.*, j.casusregie, j.systeemregie, j.overdracht_aan, j.medewerker, t.termijn->'voor' as voor,
  (t.eind + coalesce(b.verschoven, 0))::text as laatste
from lm.termijn t left join lm.bewaking b on b.termijn_id = t.termijn_id left join lm.jeugdige j on j.jeugdige_id = t.jeugdige_id
where t.eerste and not t.gesloten and not coalesce(b.staat_stil, false) and coalesce(j.status, 'open') <> 'vernietigd'`;

/** `$2`, `$3` and `$4`: rules for who holds casusregie, systeemregie, or is named; `$5`: those, and no other, are known. */
const TERMIJNEN = `
with term as (${TERM})
select termijn_id::text as id, regel, stream as bij, jeugdige_id, laatste, termijn->'momenten'->0->>'op' as vanaf, medewerker,
  termijn->>'naam' as naam
from term
where (casusregie = $1 and voor ? 'casusregie' and (regel = any($2) or not regel = any($5)))
  or (systeemregie = $1 and voor ? 'systeemregie' and (regel = any($3) or not regel = any($5)))
  or (voor @> jsonb_build_array(jsonb_build_object('organisatie', $1::text)) and (regel = any($4) or not regel = any($5)))`;

const AANBIEDINGEN = `
with term as (${TERM})
select termijn_id::text as id, regel, stream as bij, jeugdige_id, laatste, null as vanaf, medewerker, null as naam
from term where regel = 'OVD' and overdracht_aan = $1`;

/**
 * `$2`: which steps; `$3`: treden on which the role of the asker sits; `$4`: whether that is a lokaal team, which sits on the
 * first trede of the own gemeente. Of other treden nobody knows who sits there: then who asked must see to it.
 */
const OPSCHALING = `
with term as (${TERM}), vraag as (
  select o.opschaling_id, o.stream, o.jeugdige_id, t.laatste, t.medewerker, o.toestand->>'vraagsteller' as vraagsteller,
    o.toestand->>'organisatie' as organisatie, o.trede = any($3) or ($4 and o.trede = 'lokaal_team' and t.systeemregie = $1) as zit_er,
    case when o.stand = 'gevraagd' and o.trede not in ('lokaal_team', 'review') then 'wacht' else o.stand end as stap
  from lm.opschaling o join term t on t.stream = o.stream
)
select opschaling_id::text as id, stap as regel, stream as bij, jeugdige_id, laatste, null as vanaf, medewerker, null as naam
from vraag
where stap = any($2) and case stap when 'gevraagd' then zit_er when 'aangenomen' then organisatie = $1 else vraagsteller = $1 end`;

const ACTIES = `
select actie.key as id, '${ACTIE.regel}' as regel, r.stream as bij, null::uuid as jeugdige_id, actie.value->>'uiterlijk' as laatste,
  null as vanaf, null as medewerker, null as naam
from lm.kwartaalreview r, jsonb_each(r.toestand->'acties') actie
where r.gesloten_op is null and actie.value->>'afgerondOp' is null and actie.value->>'eigenaar' = $1`;

const regelsVan = (werk: readonly Werk[], wie: AanZet): readonly string[] =>
  werk.filter(({ aanZet }) => aanZet.includes(wie)).map(({ regel }) => regel);

const ALLES = [...WERK, ...OPSCHALINGEN, ACTIE];
/** A ledger line of these is shown by its own sentence, by that of its source here, or not at all. */
const BEKEND: readonly string[] = [
  ...WERK.map(({ regel }) => regel),
  ...['OPSCHALING_AANNEMEN', 'OPSCHALING_ANTWOORD', 'OPSCHALING_VERVOLG', ACTIE.regel],
];

/** Where the work of this actor stands: only what a route lets this role act upon. */
export const bronnenVoor = (actor: Actor, soort: Werksoort | undefined): readonly Bron[] => {
  const mag = waarvanMag(actor, 'werklijst.mijn', [...ALLES, OVERIG]);
  const mijn = ALLES.filter((werk) => mag.includes(werk) && (soort === undefined || werk.groep === soort));
  const overig = mag.includes(OVERIG) && (soort === undefined || soort === 'termijn');
  const perWie = (['casusregie', 'systeemregie', 'genoemd'] as const).map((wie) =>
    regelsVan(
      mijn.filter((een) => WERK.includes(een)),
      wie,
    ),
  );
  const stappen = mijn.filter((een) => OPSCHALINGEN.includes(een)).map(({ regel }) => regel);
  const treden = actor.rol === 'reviewer' ? ['review'] : [];
  return [
    { sql: TERMIJNEN, params: [...perWie, overig ? BEKEND : null] },
    ...(mijn.some(({ regel }) => regel === 'OVD') ? [{ sql: AANBIEDINGEN, params: [] }] : []),
    ...(stappen.length > 0 ? [{ sql: OPSCHALING, params: [uniek(stappen), treden, actor.rol === 'lokaal-team'] }] : []),
    ...(mijn.includes(ACTIE) ? [{ sql: ACTIES, params: [] }] : []),
  ];
};

/** What a line asks for; undefined: it is a term that nobody wrote a sentence for. */
export const werkVan = ({ regel }: Pick<WerkRij, 'regel'>): Werk | undefined =>
  ALLES.find((werk) => werk.regel === regel);
