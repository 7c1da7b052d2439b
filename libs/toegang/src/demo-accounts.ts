import type { Actor } from '@regielijn/kern';
import type { Dienst, Rol } from './rollen.js';

type DemoRol = Exclude<Rol, 'dienst'>;

const demoAccount = <R extends DemoRol>(rol: R, organisatie: string) => ({ subject: `demo-${rol}`, organisatie, rol });

/** One account per role for embedded mode, in the order the login page shows them. No real person or worker. */
export const demoAccounts: Readonly<Record<DemoRol, Actor>> = {
  'lokaal-team': demoAccount('lokaal-team', 'gemeente-0599'),
  jeugdbeschermer: demoAccount('jeugdbeschermer', 'gi-jb-west'),
  teamleider: demoAccount('teamleider', 'gi-jb-west'),
  plaatsingscoordinator: demoAccount('plaatsingscoordinator', 'gi-jb-west'),
  behandelaar: demoAccount('behandelaar', 'aanbieder-demo'),
  gedragswetenschapper: demoAccount('gedragswetenschapper', 'praktijk-demo'),
  reviewer: demoAccount('reviewer', 'landsdeel-zuidwest'),
  regiosturing: demoAccount('regiosturing', 'regio-rijnmond'),
  beheer: demoAccount('beheer', 'regielijn'),
  'functionaris-gegevensbescherming': demoAccount('functionaris-gegevensbescherming', 'gi-jb-west'),
};

/** The demo account with this subject, if there is one. */
export const findDemoAccount = (subject: string | null): Actor | undefined =>
  Object.values(demoAccounts).find((account) => account.subject === subject);

const dienstAccount = (subject: Dienst): Actor => ({ subject, organisatie: 'regielijn', rol: 'dienst' });

/** The actors under which the system itself acts. They are made here, not logged in. */
export const dienstAccounts = {
  demo: dienstAccount('dienst-demo'),
  cli: dienstAccount('dienst-cli'),
  follower: dienstAccount('dienst-follower'),
  klok: dienstAccount('dienst-klok'),
} as const;
