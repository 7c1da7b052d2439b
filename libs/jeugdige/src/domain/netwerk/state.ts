import { type Instant, nietGevonden, type Vouwers } from '@regielijn/kern';
import { inVolgorde } from '../in-volgorde.js';
import type { AanbodUitkomst, NetwerkEvent, Relatie } from './events.js';

interface Netwerkpersoon {
  readonly persoonId: string;
  readonly naam: string;
  readonly contact: string | null;
  readonly relatie: Relatie;
  readonly gezag: boolean | null;
  /** Since when it is as it stands here. */
  readonly sinds: Instant;
  /** null: belongs to the network today. */
  readonly vervallenOp: Instant | null;
}

export interface Netwerk {
  readonly personen: readonly Netwerkpersoon[];
  readonly familiegroepsplan: {
    readonly aanbiedingen: readonly { readonly uitkomst: AanbodUitkomst; readonly op: Instant }[];
    /** The highest version. */
    readonly plan: { readonly versie: number; readonly inhoud: string; readonly op: Instant } | null;
  };
}

export const leegNetwerk: Netwerk = { personen: [], familiegroepsplan: { aanbiedingen: [], plan: null } };

export const persoonIn = ({ personen }: Netwerk, persoonId: string): Netwerkpersoon | undefined =>
  personen.find((persoon) => persoon.persoonId === persoonId);

/** Somebody of this network, also when no longer part of it. */
export const bekendePersoon = (netwerk: Netwerk, persoonId: string): Netwerkpersoon => {
  const persoon = persoonIn(netwerk, persoonId);
  if (!persoon)
    throw nietGevonden('Deze persoon staat niet in het netwerk van de jeugdige. Leg die eerst vast.', { persoonId });
  return persoon;
};

export const netwerkVouwers: Vouwers<NetwerkEvent, Netwerk> = {
  'jeugdige.netwerkpersoon-vastgelegd@1': (netwerk, { data: { jeugdigeId: _, ...velden }, geldigOp }) => {
    const persoon = { ...velden, sinds: geldigOp, vervallenOp: null };
    const bekend = persoonIn(netwerk, persoon.persoonId);
    return {
      ...netwerk,
      personen: bekend
        ? netwerk.personen.map((ander) => (ander === bekend ? persoon : ander))
        : [...netwerk.personen, persoon],
    };
  },
  'jeugdige.netwerkpersoon-vervallen@1': (netwerk, { data, geldigOp }) => ({
    ...netwerk,
    personen: netwerk.personen.map((persoon) =>
      persoon.persoonId === data.persoonId ? { ...persoon, vervallenOp: geldigOp } : persoon,
    ),
  }),
  'jeugdige.familiegroepsplan-aangeboden@1': (netwerk, { data: { uitkomst }, geldigOp }) => {
    const { aanbiedingen, plan } = netwerk.familiegroepsplan;
    const aanbod = { uitkomst, op: geldigOp };
    return { ...netwerk, familiegroepsplan: { aanbiedingen: inVolgorde(aanbiedingen, aanbod), plan } };
  },
  'jeugdige.familiegroepsplan-vastgesteld@1': (netwerk, { data: { versie, inhoud }, geldigOp }) => ({
    ...netwerk,
    familiegroepsplan: { ...netwerk.familiegroepsplan, plan: { versie, inhoud, op: geldigOp } },
  }),
};
