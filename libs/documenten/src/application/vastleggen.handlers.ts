import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog } from '@regielijn/event-store';
import { dossiersVan, type Jeugdige, leesJeugdige, vereisOpenDossier } from '@regielijn/jeugdige';
import { dossierVernietigd, fold, nietGevonden } from '@regielijn/kern';
import { type Documentregels, herken } from '../domain/bestand.js';
import { LegDocumentVast, VoegVersieToe } from '../domain/commands.js';
import { documentDecider, documentOnbekend, nieuwDocumentId } from '../domain/decide.js';
import { documentStream } from '../domain/events.js';
import { type DocumentState, volgendeVersie } from '../domain/state.js';
import { DocumentInhoud, type Plek } from './document-inhoud.js';
import { DOCUMENTREGELS } from './documentregels.token.js';

/** Whose document it will be, once it is certain that it may be there. */
type EigenaarVan = (state: DocumentState) => Promise<string>;

/** What laying a file in a dossier takes: encrypt, decide, store, and only then the event that names it. */
abstract class Vastleggen {
  @Inject(CommandRunner) protected readonly runner!: CommandRunner;
  @Inject(DocumentInhoud) private readonly inhoud!: DocumentInhoud;
  @Inject(DOCUMENTREGELS) private readonly regels!: Documentregels;

  /**
   * A crash after storing leaves a file that no event names, which is swept; never an event without its file. Nothing is
   * stored for what is refused or was carried out before.
   */
  protected legVast(
    documentId: string,
    command: LegDocumentVast | VoegVersieToe,
    eigenaarVan: EigenaarVan,
  ): Promise<CommandReceipt> {
    const bytes = Buffer.from(command.data.inhoud, 'base64');
    const kenmerken = { herkend: herken(bytes), omvang: bytes.length, regels: this.regels };
    return this.runner.execute(documentStream(documentId), command, async (history) => {
      const state = fold(documentDecider, history);
      const plek: Plek = { jeugdigeId: await eigenaarVan(state), documentId, versie: volgendeVersie(state) };
      const verzegeld = await this.inhoud.verzegel(plek, bytes);
      const events = documentDecider.decide(command, state, { ...kenmerken, sha256: verzegeld.sha256 });
      if (events.length > 0) await this.inhoud.bewaar(verzegeld);
      return events;
    });
  }

  protected jeugdige(jeugdigeId: string): Promise<Jeugdige | null> {
    return leesJeugdige(this.runner)(jeugdigeId);
  }
}

@CommandHandler(LegDocumentVast)
export class LegDocumentVastHandler extends Vastleggen implements ICommandHandler<LegDocumentVast> {
  @Inject(EventLog) private readonly log!: EventLog;

  execute(command: LegDocumentVast): Promise<CommandReceipt> {
    const { jeugdigeId } = command.data;
    return this.legVast(nieuwDocumentId(command.context.commandId), command, async () => {
      vereisOpenDossier(await this.jeugdige(jeugdigeId));
      await this.vereisHoortBij(command);
      return jeugdigeId;
    });
  }

  /** Every stream of a dossier begins with an event that says whose it is: of this one, or of one that it is one with. */
  private async vereisHoortBij({ data: { jeugdigeId, hoortBij } }: LegDocumentVast): Promise<void> {
    const [begin] = await this.log.readSealed(`${hoortBij.soort}-${hoortBij.id}`);
    const dossiers = await dossiersVan(jeugdigeId, leesJeugdige(this.runner));
    if (!dossiers.includes(begin?.data['jeugdigeId'] as string))
      throw nietGevonden(
        'Waar dit document bij hoort, is bij deze jeugdige niet bekend. Kijk na of het nummer klopt.',
        { ...hoortBij },
      );
  }
}

@CommandHandler(VoegVersieToe)
export class VoegVersieToeHandler extends Vastleggen implements ICommandHandler<VoegVersieToe> {
  execute(command: VoegVersieToe): Promise<CommandReceipt> {
    return this.legVast(command.data.documentId, command, async (state) => {
      if (state === null) throw documentOnbekend();
      // Another process may still have the key at hand.
      if ((await this.jeugdige(state.jeugdigeId))?.status === 'vernietigd') throw dossierVernietigd();
      return state.jeugdigeId;
    });
  }
}
