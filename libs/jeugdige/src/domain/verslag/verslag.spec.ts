import { describe, expect, it } from '@jest/globals';
import { datumVan, deriveId, persoonsgegevensVan } from '@regielijn/kern';
import { dag, dossier, jeugdigeId, op } from '../omgeving.kit.js';
import { GeefAdvies, LegBesluitVast, LegContactmomentVast, VraagAdvies } from './commands.js';
import { nieuwAdviesId, nieuwBesluitId } from './decide.js';
import { verslagFeiten as feit } from './events.js';

const leeg = { feiten: null, visieJeugdige: null, visieOuders: null, oordeel: null };
const contact = { soort: 'huisbezoek' as const, met: ['jeugdige' as const], ...leeg };
const besluit = {
  ...{ onderwerp: 'plaatsing' as const, besluit: 'Geen plaatsing.', stappen: 'Gesprek.', argumenten: 'Er is een oma.' },
  ...{ afgewogenRisico: 'Weglopen.', alternatieven: null, geraadpleegd: ['gw-3'] },
  ...{ mandaat: 'teamleider' as const, gedragenDoor: 'tl-1' },
};

describe('a contactmoment', () => {
  const leg = (changes: object) => new LegContactmomentVast({ jeugdigeId, ...contact, ...changes }, op(3));

  it.each(['feiten', 'visieJeugdige', 'visieOuders', 'oordeel'])('given only %s, then it is recorded', (veld) => {
    const gevuld = { [veld]: 'Hij is thuis.' };
    const vastgelegd = feit.contactmomentVastgelegd.of({ jeugdigeId, ...contact, ...gevuld });
    expect(dossier().doe(leg(gevuld))).toEqual([vastgelegd]);
    expect(dossier([3, vastgelegd]).strijd()).toEqual([]);
  });

  it('given none of them, then it is refused, and so is a correction that leaves none', () => {
    dossier().weigert(leg({}), 'CONTACTMOMENT_IS_LEEG');
    const vastgelegd = feit.contactmomentVastgelegd.of({ jeugdigeId, ...contact });
    expect(dossier([3, vastgelegd]).strijd()).toMatchObject([{ regel: 'CONTACTMOMENT_IS_LEEG' }]);
  });

  it('given two, told in the wrong order, then both count and the latest is the last', () => {
    const vastgelegd = feit.contactmomentVastgelegd.of({ jeugdigeId, ...contact, feiten: 'Thuis.' });
    expect(dossier([5, vastgelegd], [3, vastgelegd]).stand.verslag.contact).toEqual({ aantal: 2, laatsteOp: dag(5) });
  });

  it('given what may be left out, then only with whom and how is asked', () => {
    const { schema } = LegContactmomentVast.definition;
    expect(schema.safeParse({ jeugdigeId, soort: 'telefoon', met: ['ouders'] }).success).toBe(true);
    expect(schema.safeParse({ jeugdigeId, soort: 'telefoon', met: [] }).success).toBe(false);
  });
});

describe('an accountable decision', () => {
  const leg = new LegBesluitVast({ jeugdigeId, ...besluit }, op(3));
  const besluitId = nieuwBesluitId(leg.context.commandId);
  const vastgelegd = feit.besluitVastgelegd.of({ jeugdigeId, besluitId, ...besluit });

  it('given one, then it is recorded, and the dossier names it without its words', () => {
    expect(dossier().doe(leg)).toEqual([vastgelegd]);
    expect(dossier([3, vastgelegd]).stand.verslag.besluiten).toEqual([
      { besluitId, onderwerp: 'plaatsing', op: dag(3) },
    ]);
  });

  it('given its words, then all are personal, and who was asked and who backs it is readable', () => {
    expect([...persoonsgegevensVan(feit.besluitVastgelegd.schema).keys()]).toEqual([
      ...['besluit', 'stappen', 'argumenten', 'afgewogenRisico', 'alternatieven'],
    ]);
  });

  it.each(['besluit', 'stappen', 'argumenten', 'afgewogenRisico', 'mandaat', 'gedragenDoor', 'geraadpleegd'])(
    'given one without %s, then that is asked for',
    (veld) => {
      const { [veld as keyof typeof besluit]: _, ...rest } = besluit;
      expect(LegBesluitVast.definition.schema.safeParse({ jeugdigeId, ...rest }).success).toBe(false);
    },
  );
});

describe('advice', () => {
  const adviesId = deriveId('advies');
  const vraag = {
    ...{ bij: 'expertteam' as const, organisatie: null, uiterlijk: null },
    vraag: 'Wat past er nog?',
  };
  const gevraagd = feit.adviesGevraagd.of({ jeugdigeId, adviesId, ...vraag });
  const gegeven = feit.adviesGegeven.of({ jeugdigeId, adviesId, advies: 'Begin met de oma.' });
  const geef = (n: number) => new GeefAdvies({ jeugdigeId, adviesId, advies: 'Begin met de oma.' }, op(n));

  it('given a question and its answer, then both stand with their moment', () => {
    const command = new VraagAdvies({ jeugdigeId, ...vraag }, op(2));
    const id = nieuwAdviesId(command.context.commandId);
    expect(dossier().doe(command)).toEqual([feit.adviesGevraagd.of({ jeugdigeId, adviesId: id, ...vraag })]);
    expect(dossier([2, gevraagd]).doe(geef(4))).toEqual([gegeven]);
    expect(dossier([2, gevraagd], [4, gegeven]).stand.verslag.adviezen).toEqual([
      { adviesId, bij: 'expertteam', organisatie: null, gevraagdOp: dag(2), uiterlijk: null, gegevenOp: dag(4) },
    ]);
  });

  it.each(['GI', 'aanbieder', 'overlegtafel', 'expertteam', 'maatwerkregisseur'])(
    'given a question to %s, then it can have an organisation and a last day, and needs neither',
    (bij) => {
      const { schema } = VraagAdvies.definition;
      const kaal = { jeugdigeId, bij, vraag: 'Wat past er nog?' };
      expect(schema.parse(kaal)).toEqual({ ...kaal, organisatie: null, uiterlijk: null });
      const metDag = { ...kaal, organisatie: 'aanbieder-demo', uiterlijk: '2026-04-01' };
      expect(schema.parse(metDag)).toEqual(metDag);
    },
  );

  it('given a last day before the question, then it is refused, and so is a correction that says so', () => {
    const op5 = datumVan(dag(5));
    dossier().weigert(new VraagAdvies({ jeugdigeId, ...vraag, uiterlijk: op5 }, op(6)), 'DATUM_VOLGORDE');
    const opDeDag = new VraagAdvies({ jeugdigeId, ...vraag, uiterlijk: op5 }, op(5));
    expect(dossier().doe(opDeDag)).toMatchObject([{ data: { uiterlijk: op5 } }]);
    const telaat = feit.adviesGevraagd.of({ jeugdigeId, adviesId, ...vraag, uiterlijk: op5 });
    expect(dossier([6, telaat]).strijd()).toMatchObject([{ regel: 'DATUM_VOLGORDE' }]);
  });

  it('given an answer to nothing, before the question, or a second one, then it is refused', () => {
    dossier().weigert(geef(4), 'NIET_GEVONDEN');
    dossier([5, gevraagd]).weigert(geef(4), 'DATUM_VOLGORDE');
    dossier([2, gevraagd], [4, gegeven]).weigert(geef(5), 'ADVIES_IS_AL_GEGEVEN');
  });

  it('given that the question is withdrawn, then the answer has nothing to rest on', () => {
    expect(dossier([4, gegeven]).strijd()).toMatchObject([{ regel: 'NIET_GEVONDEN' }]);
  });
});
