import { beforeEach, describe, expect, it } from '@jest/globals';
import { CommandRunner } from '@regielijn/event-store';
import { type CommandContext, deriveId, fold } from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import { MaakSamenvoegingOngedaan, VoegDossiersSamen } from '../domain/commands.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import { jeugdigeVan } from '../domain/state.js';
import { Gedeeld, idVan } from './processen.kit.js';
import { MaakSamenvoegingOngedaanHandler, VoegDossiersSamenHandler } from './samenvoeging.handlers.js';

const [blijft, dubbel] = [idVan('blijft'), idVan('dubbel')];
const reden = 'Twee keer aangemeld.';
const data = { jeugdigeId: blijft, metJeugdigeId: dubbel, reden };
const voegSamen = new VoegDossiersSamen(data, testContext({ commandId: deriveId('samen') }));
const maakOngedaan = new MaakSamenvoegingOngedaan(data, testContext({ commandId: deriveId('ongedaan') }));

let gedeeld: Gedeeld;
beforeEach(async () => {
  gedeeld = new Gedeeld();
  const proces = gedeeld.proces();
  expect(await proces.registreer('blijft', '999900006')).toBe('goed');
  expect(await proces.registreer('dubbel', '999990019')).toBe('goed');
});
const neemNummerWeg = () => gedeeld.proces().corrigeer('weg', 'dubbel', null);

const doe = (log = gedeeld.log) => {
  const runner = new CommandRunner(log);
  return {
    samen: (changes: Partial<CommandContext> = {}) =>
      new VoegDossiersSamenHandler(runner, log).execute(
        new VoegDossiersSamen(data, { ...voegSamen.context, ...changes }),
      ),
    ongedaan: (changes: Partial<CommandContext> = {}) =>
      new MaakSamenvoegingOngedaanHandler(runner, log).execute(
        new MaakSamenvoegingOngedaan(data, { ...maakOngedaan.context, ...changes }),
      ),
  };
};
const stand = async (id: string) => {
  const { opgegaanIn, samengevoegdMet } = jeugdigeVan(
    fold(jeugdigeDecider, (await gedeeld.log.read(jeugdigeStream(id))) as never),
  )!;
  return [opgegaanIn, samengevoegdMet];
};
const expectSamen = async () => {
  expect([await stand(blijft), await stand(dubbel)]).toEqual([
    [null, [dubbel]],
    [blijft, []],
  ]);
};
const expectLos = async () => {
  expect([await stand(blijft), await stand(dubbel)]).toEqual([
    [null, []],
    [null, []],
  ]);
};

describe('one command on two dossiers', () => {
  it('given two numbers, when merged, then it is refused and neither dossier is touched', async () => {
    await expect(doe().samen()).rejects.toMatchObject({ code: 'BSN_VERSCHILT' });
    await expectLos();
  });

  it('given one number, when merged and undone, then both are told each time', async () => {
    await neemNummerWeg();
    await doe().samen();
    await expectSamen();
    await doe().ongedaan();
    await expectLos();
  });

  it('given a process that died between the two, when the same command comes again, then it is finished', async () => {
    await neemNummerWeg();
    await expect(doe(gedeeld.sterftBijAppend(2)).samen()).rejects.toMatchObject({ kind: 'unavailable' });
    expect([await stand(blijft), await stand(dubbel)]).toEqual([
      [null, []],
      [blijft, []],
    ]);
    await doe().samen();
    await expectSamen();
    await expect(doe(gedeeld.sterftBijAppend(2)).ongedaan()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await stand(dubbel)).toEqual([blijft, []]);
    await doe().ongedaan();
    await expectLos();
  });

  it('given a dossier that nobody registered, then there is no such jeugdige', async () => {
    const onbekend = new VoegDossiersSamen({ ...data, metJeugdigeId: deriveId('niemand') }, testContext());
    const runner = new CommandRunner(gedeeld.log);
    await expect(new VoegDossiersSamenHandler(runner, gedeeld.log).execute(onbekend)).rejects.toMatchObject({
      code: 'NIET_GEVONDEN',
    });
  });
});

describe('one command on two dossiers that names the version somebody saw', () => {
  const versieVan = async (id: string) => (await gedeeld.log.read(jeugdigeStream(id))).at(-1)!.streamVersion;
  const VEROUDERD = { code: 'VERSIE_VEROUDERD' };
  beforeEach(neemNummerWeg);

  it('given the version of the dossier that stays, then both are told', async () => {
    const gezien = await versieVan(blijft);
    expect(gezien).not.toBe(await versieVan(dubbel));
    const { version } = await doe().samen({ ifMatch: gezien });
    await expectSamen();
    await doe().ongedaan({ ifMatch: version });
    await expectLos();
  });

  it('given another version of it, then it is refused and neither is touched', async () => {
    const anders = await versieVan(dubbel);
    await expect(doe().samen({ ifMatch: anders })).rejects.toMatchObject(VEROUDERD);
    await expectLos();
    const { version } = await doe().samen();
    await expect(doe().ongedaan({ ifMatch: version + 1n })).rejects.toMatchObject(VEROUDERD);
    await expectSamen();
  });

  it('given a process that died between the two, when the same command comes again, then it is finished', async () => {
    const ifMatch = await versieVan(blijft);
    await expect(doe(gedeeld.sterftBijAppend(2)).samen({ ifMatch })).rejects.toMatchObject({ kind: 'unavailable' });
    // Meanwhile somebody else told something in the dossier that stays.
    expect(await gedeeld.proces().corrigeer('ander', 'blijft', '999990020')).toBe('goed');
    const { version } = await doe().samen({ ifMatch });
    await expectSamen();
    await expect(doe(gedeeld.sterftBijAppend(2)).ongedaan({ ifMatch: version })).rejects.toMatchObject({
      kind: 'unavailable',
    });
    await doe().ongedaan({ ifMatch: version });
    await expectLos();
  });
});
