import { beforeEach, describe, expect, it } from '@jest/globals';
import { CommandRunner, StoreUnavailableError } from '@regielijn/event-store';
import { deriveId, fold } from '@regielijn/kern';
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

/** The log, of which the n-th append never comes through: the process dies there. */
const sterftBijAppend = (keer: number) => {
  let gezien = 0;
  return Object.assign(Object.create(gedeeld.log) as typeof gedeeld.log, {
    append: (...args: Parameters<typeof gedeeld.log.append>) => {
      gezien += 1;
      if (gezien >= keer) throw new StoreUnavailableError('weg');
      return gedeeld.log.append(...args);
    },
  });
};
const doe = (log = gedeeld.log) => {
  const runner = new CommandRunner(log);
  return {
    samen: () => new VoegDossiersSamenHandler(runner, log).execute(voegSamen),
    ongedaan: () => new MaakSamenvoegingOngedaanHandler(runner, log).execute(maakOngedaan),
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
    await expect(doe(sterftBijAppend(2)).samen()).rejects.toMatchObject({ kind: 'unavailable' });
    expect([await stand(blijft), await stand(dubbel)]).toEqual([
      [null, []],
      [blijft, []],
    ]);
    await doe().samen();
    await expectSamen();
    await expect(doe(sterftBijAppend(2)).ongedaan()).rejects.toMatchObject({ kind: 'unavailable' });
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
