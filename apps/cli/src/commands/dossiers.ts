import { VraagDossiers } from '@regielijn/dossier';
import { catchUp } from '@regielijn/engine';
import { type Instant, systemClock } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { alleBladzijden } from '../bladzijden.js';
import { answer, dagTekst, table, tijdstipTekst } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface Filters {
  readonly status?: string | undefined;
  readonly regio?: string | undefined;
  readonly casusregie?: string | undefined;
  readonly medewerker?: string | undefined;
  readonly opgegaan?: boolean | undefined;
}

type Dossier = VraagDossiers['answer']['dossiers'][number];

export const alleDossiers = (poort: Pick<Poort, 'vraag'>, filters: Filters): Promise<readonly Dossier[]> =>
  alleBladzijden(
    (na) => poort.vraag(VraagDossiers, { ...filters, ...na }, dienstAccounts.cli),
    ({ dossiers }) => dossiers,
  );

const aanbod = ({ aan, geldigTot }: NonNullable<Dossier['overdracht']>, nu: Instant): string =>
  geldigTot > nu
    ? `aangeboden aan ${aan} tot ${tijdstipTekst(geldigTot)}`
    : `aanbod aan ${aan} verliep ${tijdstipTekst(geldigTot)} zonder antwoord`;

/** What somebody should know before opening it. */
export const bijzonderheden = ({ trajecten, overdracht, regiekloof, opgegaanIn }: Dossier, nu: Instant): string =>
  [
    ...trajecten.map(({ status, variant }) => [status.replaceAll('_', ' '), variant ?? []].flat().join(' ')),
    ...(overdracht ? [aanbod(overdracht, nu)] : []),
    ...(regiekloof
      ? [`regiekloof sinds ${dagTekst(regiekloof.vanaf)}: de ${regiekloof.hoort} hoort de casusregie te voeren`]
      : []),
    ...(opgegaanIn === null ? [] : [`opgegaan in ${opgegaanIn}`]),
  ].join('; ');

/** Which dossiers there are, and who holds casusregie. Without names: those stand in a dossier and in no list. */
export const dossiers = (options: CommonOptions & Filters): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { status, regio, casusregie, medewerker, opgegaan } = options;
    const gevonden = await alleDossiers(poort, { status, regio, casusregie, medewerker, opgegaan });
    answer({ dossiers: gevonden }, options, () => {
      if (gevonden.length === 0) return 'Er zijn geen dossiers die hieraan voldoen.';
      const regels = gevonden.map((dossier) => [
        ...[dossier.jeugdigeId, dossier.status, dossier.regio, dossier.casusregie, dossier.medewerker ?? '-'],
        bijzonderheden(dossier, systemClock.now()),
      ]);
      return [
        table([['dossier', 'status', 'regio', 'casusregie', 'medewerker', 'bijzonderheden'], ...regels]),
        `Dossiers: ${gevonden.length}. Open er een met: regielijn dossier <dossier>`,
      ].join('\n');
    });
  });
