import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a server got it. */
export interface Ontvangen {
  readonly aan: string;
  readonly ruw: string;
  /** By the clock of this machine, in milliseconds. */
  readonly op: number;
}

/** The text of a mail with its soft line ends taken out. */
export const leesbaar = (ruw: string): string =>
  ruw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export const kopVan = (ruw: string, naam: string): string =>
  new RegExp(`^${naam}: (.*(?:\r\n[ \t].*)*)`, 'mi').exec(ruw)?.[1]?.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';

/** A real mail server on this machine; it can be away, refuse somebody, or say nothing. */
export class TestMailserver {
  readonly ontvangen: Ontvangen[] = [];
  geweigerd: readonly string[] = [];
  zwijgt = false;
  private port = 0;
  private server: SMTPServer | undefined;

  /** By default without TLS and without a login. */
  constructor(private readonly anders: SMTPServerOptions = {}) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const options: SMTPServerOptions = {
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 50 },
      onRcptTo: ({ address }, _, done) => {
        const geweigerd = Object.assign(new Error(`no such user ${address}`), { responseCode: 550 });
        done(this.geweigerd.includes(address) ? geweigerd : undefined);
      },
      onData: (stream, { envelope }, done) => {
        // Fails when who sends it is killed in the middle of it: half a mail is none.
        text(stream).then((ruw) => {
          if (this.zwijgt) return;
          this.ontvangen.push(...envelope.rcptTo.map(({ address }) => ({ aan: address, ruw, op: Date.now() })));
          done();
        }, done);
      },
      ...this.anders,
    };
    this.server = new SMTPServer(options);
    this.server.on('error', () => undefined);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((done) => void server.close(done));
  }
}
