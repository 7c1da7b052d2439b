import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsEmail, IsInt, IsIP, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';
import { ongeldig } from '@regielijn/kern';

const WEB_ADDRESS = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const portMessage = (name: string): string => `${name} moet een heel getal zijn van 1 tot en met 65535`;
const PORT_MESSAGE = portMessage('PORT');
const HEALTH_PORT_MESSAGE = portMessage('HEALTH_PORT');

/**
 * What the environment may say. Without `DATABASE_URL` the program runs embedded: it starts PostgreSQL itself on the
 * data folder and uses its own demo accounts. With it, it runs as a server beside the organisation's own services.
 */
export class Settings {
  /** Where embedded mode keeps its database and secrets. */
  @IsString()
  REGIELIJN_DATA: string = './data';

  /** Known before the program listens, because the login service has it in its address: so never 0, 'any free one'. */
  @Type(() => Number)
  @IsInt({ message: PORT_MESSAGE })
  @Min(1, { message: PORT_MESSAGE })
  @Max(65_535, { message: PORT_MESSAGE })
  PORT: number = 3000;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL moet beginnen met postgres://' })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^esdb(\+discover)?:\/\//, { message: 'EVENTSTORE_URL moet beginnen met esdb://' })
  EVENTSTORE_URL?: string;

  /** 32 bytes in base64. Embedded mode keeps its own in the data folder. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'REGIELIJN_MASTER_KEY moet 32 bytes in base64 zijn' })
  REGIELIJN_MASTER_KEY?: string;

  @IsOptional()
  @IsUrl(WEB_ADDRESS, { message: 'OIDC_ISSUER moet een webadres zijn' })
  OIDC_ISSUER?: string;

  @IsOptional()
  @IsUrl(WEB_ADDRESS, { message: 'OIDC_JWKS_URL moet een webadres zijn' })
  OIDC_JWKS_URL?: string;

  /** Server mode: where terms that fell due are handed on. */
  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL moet beginnen met redis://' })
  REDIS_URL?: string;
  /** A mail server: `smtps://user:password@host:465`. Embedded mode writes its mails to a folder without it. */
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'SMTP_URL moet beginnen met smtp:// of smtps://' })
  SMTP_URL?: string;

  /** The address that mails come from. */
  @IsOptional()
  @IsEmail({ require_tld: false }, { message: 'SMTP_FROM moet een e-mailadres zijn' })
  SMTP_FROM?: string;

  /** Where people open the program: what the links in mails begin with. */
  @IsOptional()
  @IsUrl(WEB_ADDRESS, { message: 'WEB_ADDRESS moet een webadres zijn' })
  WEB_ADDRESS?: string;

  /** A port of its own for health and figures of a server process: they need no token, so the world must not reach it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: HEALTH_PORT_MESSAGE })
  @Min(1, { message: HEALTH_PORT_MESSAGE })
  @Max(65_535, { message: HEALTH_PORT_MESSAGE })
  HEALTH_PORT?: number;

  /** The address that this port listens on. */
  @IsIP(undefined, { message: 'HEALTH_HOST moet een IP-adres zijn' })
  HEALTH_HOST: string = '127.0.0.1';

  /** Where traces go, in the OpenTelemetry protocol over HTTP. Without it none are made. */
  @IsOptional()
  @IsUrl(WEB_ADDRESS, { message: 'OTEL_EXPORTER_OTLP_ENDPOINT moet een webadres zijn' })
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  get embedded(): boolean {
    return this.DATABASE_URL === undefined;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; every mistake in one line. Server mode without its services' addresses is refused. */
export const readSettings = (environment: Environment): Settings => {
  const known = Object.fromEntries(
    [
      ...Object.keys(new Settings()),
      'DATABASE_URL',
      'EVENTSTORE_URL',
      'REGIELIJN_MASTER_KEY',
      'OIDC_ISSUER',
      'OIDC_JWKS_URL',
      'REDIS_URL',
      'SMTP_URL',
      'SMTP_FROM',
      'WEB_ADDRESS',
      'HEALTH_PORT',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ]
      .filter((name) => environment[name] !== undefined && environment[name] !== '')
      .map((name) => [name, environment[name]]),
  );
  const settings = plainToInstance(Settings, known, { exposeDefaultValues: true });
  const fouten = validateSync(settings).flatMap(({ constraints }) => [...new Set(Object.values(constraints ?? {}))]);
  if (!settings.embedded)
    for (const name of ['REGIELIJN_MASTER_KEY', 'OIDC_ISSUER', 'OIDC_JWKS_URL'] as const)
      if (settings[name] === undefined) fouten.push(`met DATABASE_URL is ook ${name} nodig`);
  if (settings.SMTP_URL !== undefined)
    for (const name of ['SMTP_FROM', 'WEB_ADDRESS'] as const)
      if (settings[name] === undefined) fouten.push(`met SMTP_URL is ook ${name} nodig`);
  if (fouten.length > 0)
    throw ongeldig('INSTELLINGEN', `De instellingen kloppen niet: ${fouten.join('; ')}.`, { fouten });
  return settings;
};
