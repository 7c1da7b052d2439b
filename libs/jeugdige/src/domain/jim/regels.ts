import { type CodedError, type Datum, datumVan, type Instant, ongeldig, volgorde, weiger } from '@regielijn/kern';
import { bekendePersoon } from '../netwerk/state.js';
import type { Feitregels } from '../regels.js';
import type { JimEvent, JimVlag } from './events.js';
import type { Jim, Wie } from './state.js';

/** The times in which this moment lies: two when one ended as the next began, none when it was not known who. */
const wieOp = ({ wie }: Jim, op: Instant): readonly Wie[] =>
  wie.filter(({ vanaf, tot }) => vanaf <= op && (tot === null || op <= tot));

/**
 * WIE before WAT: first somebody is asked, then it is agreed what that person does. Source: Jaarverslag JIMwerkt 2022.
 */
export const vlaggenBijAfspraak = (jim: Jim, op: Instant): JimVlag[] =>
  wieOp(jim, op).length > 0 ? [] : ['wat_voor_wie'];

const naLaatsteStap = ({ laatsteStap }: Jim, op: Instant): void => {
  if (laatsteStap) volgorde(laatsteStap.op, op, 'de vorige stap in de zoektocht naar een JIM');
};

const nietEerderDan = (op: Instant, volgendeOp: Datum | null): void => {
  if (volgendeOp !== null && volgendeOp < datumVan(op))
    throw ongeldig('VOLGENDE_DATUM_TE_VROEG', 'De volgende datum ligt voor deze stap. Kies een latere datum.', {
      volgendeOp,
    });
};

const geenAndereJim = ({ status }: Jim): void => {
  if (status === 'gevonden')
    throw weiger('JIM_IS_ER_AL', 'De jeugdige heeft al een JIM. Is die gestopt, leg dat dan eerst vast.');
};

const geenJim = (): CodedError =>
  weiger('GEEN_JIM', 'De jeugdige had toen geen JIM. Leg eerst vast wie de JIM is, en sinds wanneer.');

/** What stands as this fact says: told once more, it is nothing new. */
const staatZo = (jim: Jim, stand: Partial<Jim>): boolean =>
  Object.entries(stand).every(([veld, waarde]) => jim[veld as keyof Jim] === waarde);

export const jimRegels: Feitregels<JimEvent> = {
  'jeugdige.jim-zoektocht-gestart@1': ({ data: { volgendeOp }, geldigOp }, { jim }) => {
    if (staatZo(jim, { status: 'zoekend', volgendeOp })) return false;
    geenAndereJim(jim);
    if (jim.status === 'zoekend')
      throw weiger('ZOEKTOCHT_LOOPT_AL', 'Er wordt al een JIM gezocht. Leg een zoekstap vast met de nieuwe datum.');
    naLaatsteStap(jim, geldigOp);
    nietEerderDan(geldigOp, volgendeOp);
    return true;
  },
  'jeugdige.jim-zoekstap-vastgelegd@1': ({ data: { uitkomst, volgendeOp }, geldigOp }, { jim }) => {
    const { laatsteStap } = jim;
    const isZelfdeStap = laatsteStap?.op === geldigOp && laatsteStap.uitkomst === uitkomst;
    if (isZelfdeStap && jim.volgendeOp === volgendeOp) return false;
    geenAndereJim(jim);
    if (jim.status === 'geen' || jim.status === 'gestopt')
      throw weiger('GEEN_ZOEKTOCHT', 'Er wordt nog geen JIM gezocht. Leg eerst vast dat de zoektocht begint.');
    naLaatsteStap(jim, geldigOp);
    nietEerderDan(geldigOp, volgendeOp);
    return true;
  },
  'jeugdige.jim-gevraagd@1': ({ data: { persoonId }, geldigOp }, { jim, netwerk }) => {
    bekendePersoon(netwerk, persoonId);
    if (staatZo(jim, { status: 'gevraagd', persoonId })) return false;
    geenAndereJim(jim);
    naLaatsteStap(jim, geldigOp);
    return true;
  },
  'jeugdige.levinasgesprek-gevoerd@1': ({ geldigOp }, { jim }) => {
    if (wieOp(jim, geldigOp).length === 0)
      throw weiger('NIEMAND_GEVRAAGD', 'Er was toen nog niemand gevraagd. Leg eerst vast wie is gevraagd.');
    return !jim.levinasgesprekken.some(({ op }) => op === geldigOp);
  },
  'jeugdige.jim-gevonden@1': ({ data: { persoonId }, geldigOp }, { jim, netwerk }) => {
    bekendePersoon(netwerk, persoonId);
    if (staatZo(jim, { status: 'gevonden', persoonId })) return false;
    geenAndereJim(jim);
    naLaatsteStap(jim, geldigOp);
    return true;
  },
  'jeugdige.jim-afspraak-vastgelegd@1': ({ data: { blijftBijJim, jimWordtGebeldAls }, geldigOp }, { jim }) =>
    !jim.afspraken.some(
      (eerder) =>
        eerder.op === geldigOp &&
        eerder.blijftBijJim === blijftBijJim &&
        eerder.jimWordtGebeldAls === jimWordtGebeldAls,
    ),
  'jeugdige.jim-support-geboden@1': ({ data: { vorm }, geldigOp }, { jim }) => {
    const hadJim = wieOp(jim, geldigOp).some(({ gevondenOp }) => gevondenOp !== null && gevondenOp <= geldigOp);
    if (!hadJim) throw geenJim();
    return !jim.support.some((eerder) => eerder.op === geldigOp && eerder.vorm === vorm);
  },
  'jeugdige.jim-geweigerd-door-ouders@1': ({ data: { tot }, geldigOp }, { jim }) => {
    if (staatZo(jim, { status: 'geweigerd', volgendeOp: tot })) return false;
    naLaatsteStap(jim, geldigOp);
    nietEerderDan(geldigOp, tot);
    return true;
  },
  'jeugdige.jim-gestopt@1': ({ geldigOp }, { jim }) => {
    if (jim.status === 'gestopt') return false;
    if (jim.status !== 'gevonden') throw geenJim();
    naLaatsteStap(jim, geldigOp);
    return true;
  },
};
