import { secretsFolder } from '@regielijn/engine';
import { ongeldig } from '@regielijn/kern';
import { demoAccounts, openIssuerKeys } from '@regielijn/toegang';
import { answer } from '../output.js';
import { type CommonOptions, settingsOf } from '../session.js';

interface TokenOptions extends CommonOptions {
  readonly als: string;
}

const EEN_UUR = 3_600;

const isDemoRol = (rol: string): rol is keyof typeof demoAccounts => Object.hasOwn(demoAccounts, rol);

/** Prints a token of a demo account; it works at once with a server that runs on the same folder. */
export const token = async (options: TokenOptions): Promise<void> => {
  const settings = settingsOf(options);
  if (!isDemoRol(options.als))
    throw ongeldig('ONBEKENDE_ROL', `Deze rol is er niet. Kies uit: ${Object.keys(demoAccounts).join(', ')}.`, {
      rol: options.als,
    });
  if (!settings.embedded)
    throw ongeldig('GEEN_DEMO_ACCOUNTS', 'Met een eigen inlogdienst (DATABASE_URL) zijn er geen demo-accounts.');
  const account = demoAccounts[options.als];
  const keys = await openIssuerKeys(secretsFolder(settings));
  const value = await keys.mintToken(account, { ttlSeconds: EEN_UUR });
  answer({ token: value, account, seconden: EEN_UUR }, options, () => value);
};
