import { describe, expect, it } from '@jest/globals';
import { deriveId, fold, persoonsgegevensVan } from '@regielijn/kern';
import { eventId, given, past, testContext } from '../../../kern/src/scenario.kit.js';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HeropenDossier,
  type JeugdigeCommand,
  RegistreerJeugdige,
  SluitDossier,
  TrekRegieoverdrachtIn,
  VernietigDossier,
  WeigerRegieoverdracht,
} from './commands.js';
import { jeugdigeReadModel } from '../read-model/jeugdige-rij.js';
import { huidigBsn } from './bsn.js';
import { jeugdigeDecider, nieuwJeugdigeId } from './decide.js';
import { casusregieNu } from './regie/lijnen.js';
import { overdrachtIdVan } from './regie/overdracht.js';
import { type Houder, jeugdigeCorrecties, type JeugdigeEvent, jeugdigeFeiten as feit } from './events.js';
import { regieFeiten } from './regie/events.js';
import { samenvoegingFeiten } from './samenvoeging/events.js';
import { jeugdigeVan } from './state.js';

const jeugdigeId = deriveId('jeugdige');
const overdrachtId = deriveId('overdracht');
const nu = '2026-03-02T09:30:00.000Z';
const geldigTot = '2026-03-06T16:00:00.000Z';
const opTijd = testContext({ nu });
const teVroeg = testContext({ nu, geldigOp: '2026-02-28T09:00:00.000Z' });

const gemeente: Houder = { soort: 'gemeente', organisatie: 'gemeente-0599' };
const gi: Houder = { soort: 'GI', organisatie: 'gi-demo' };
const persoon = { bsn: '999990019', naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x' as const };

const geregistreerd = feit.geregistreerd.of({
  ...persoon,
  jeugdigeId,
  gemeentecode: '0599',
  overigReden: null,
  regio: 'rijnmond',
  casusregie: gemeente,
});
const aangeboden = (van = gemeente, aan = gi, tot = geldigTot, id = overdrachtId) =>
  feit.overdrachtAangeboden.of({
    ...{ jeugdigeId, overdrachtId: id, van, aan, geldigTot: tot, toelichting: null },
    ...{ richting: aan.soort === 'GI' ? 'heen' : 'terug', minimumset: {}, ontbreekt: ['plan'] },
  });
const aanvaard = feit.overdrachtAanvaard.of({
  ...{ jeugdigeId, overdrachtId, door: gi, medewerker: 'jb-17', voorwaarden: null, aantalVoorwaarden: 0 },
});
const geweigerd = feit.overdrachtGeweigerd.of({ jeugdigeId, overdrachtId, reden: 'geen plaats', escalatie: false });
const verlopen = feit.overdrachtVerlopen.of({ jeugdigeId, overdrachtId, escalatie: false });
const ingetrokken = feit.overdrachtIngetrokken.of({ jeugdigeId, overdrachtId, reden: 'vergissing' });
const gesloten = feit.gesloten.of({ jeugdigeId });
const heropend = feit.heropend.of({ jeugdigeId });
const vernietigd = feit.vernietigd.of({ jeugdigeId, grond: 'verzoek_betrokkene' });

const bied = (aan = gi, tot = geldigTot, context = opTijd) =>
  new BiedRegieoverdrachtAan({ jeugdigeId, aan, geldigTot: tot, toelichting: null, minimumset: {} }, context);
const aanvaardDoor = (organisatie = gi.organisatie, context = opTijd) =>
  new AanvaardRegieoverdracht({ jeugdigeId, overdrachtId, organisatie, medewerker: 'jb-17', voorwaarden: [] }, context);
const weigerDoor = (organisatie = gi.organisatie, context = opTijd) =>
  new WeigerRegieoverdracht({ jeugdigeId, overdrachtId, organisatie, reden: 'geen plaats' }, context);
const trekIn = (context = opTijd) =>
  new TrekRegieoverdrachtIn({ jeugdigeId, overdrachtId, reden: 'vergissing' }, context);
const sluit = new SluitDossier({ jeugdigeId }, opTijd);
const heropen = new HeropenDossier({ jeugdigeId }, opTijd);
const vernietig = new VernietigDossier({ jeugdigeId, grond: 'verzoek_betrokkene' }, opTijd);

const dossier = (...events: readonly JeugdigeEvent[]) => {
  const history = [geregistreerd, ...events];
  const scenario = given(jeugdigeDecider, history);
  return {
    when: (command: JeugdigeCommand) => scenario.when(command, { regio: null, ontbreekt: ['plan'] }),
    state: jeugdigeVan(fold(jeugdigeDecider, past(history)))!,
  };
};

describe('registering a jeugdige', () => {
  const registreer = (changes: Partial<RegistreerJeugdige['data']> = {}, context = opTijd) =>
    new RegistreerJeugdige({ ...persoon, gemeente: { code: '0599' }, ...changes }, context);

  it('given nobody, when registered with a gemeente of the landsdeel, then that gemeente holds casusregie', () => {
    given(jeugdigeDecider, [])
      .when(registreer(), { regio: 'rijnmond' })
      .then(feit.geregistreerd.of({ ...geregistreerd.data, jeugdigeId: nieuwJeugdigeId(opTijd.commandId) }));
  });

  it('given no gemeente in the landsdeel, when registered with the reason, then the region is overig and the named organisation holds casusregie', () => {
    const command = registreer({ gemeente: { overig: 'geen_verblijfsstatus', regiehouder: 'gemeente-0518' } });
    given(jeugdigeDecider, [])
      .when(command, { regio: null })
      .then(
        feit.geregistreerd.of({
          ...persoon,
          jeugdigeId: nieuwJeugdigeId(opTijd.commandId),
          gemeentecode: null,
          overigReden: 'geen_verblijfsstatus',
          regio: 'overig',
          casusregie: { soort: 'gemeente', organisatie: 'gemeente-0518' },
        }),
      );
  });

  it('given a gemeente that is not valid on the day, when registered, then it is refused', () => {
    given(jeugdigeDecider, []).when(registreer(), { regio: null }).thenRefused('GEMEENTE_NIET_GELDIG');
  });

  it('given a birth after the registration, then it is refused; on the day itself, in Amsterdam, it is not', () => {
    // 23:30 UTC on 2 March is 3 March in Amsterdam.
    const laat = testContext({ nu: '2026-03-02T23:30:00.000Z' });
    const scenario = given(jeugdigeDecider, []);
    scenario
      .when(registreer({ geboortedatum: '2026-03-04' }, laat), { regio: 'rijnmond' })
      .thenRefused('GEBOORTEDATUM_IN_TOEKOMST');
    scenario.when(registreer({ geboortedatum: '2026-03-03' }, laat), { regio: 'rijnmond' }).then(
      feit.geregistreerd.of({
        ...geregistreerd.data,
        jeugdigeId: nieuwJeugdigeId(laat.commandId),
        geboortedatum: '2026-03-03',
      }),
    );
  });

  it('given somebody of an age that nobody in jeugdhulp has, then it is refused; at the oldest age it is not', () => {
    const scenario = given(jeugdigeDecider, []);
    for (const geboortedatum of ['1910-05-04', '1995-03-02'])
      scenario.when(registreer({ geboortedatum }), { regio: 'rijnmond' }).thenRefused('LEEFTIJD_KLOPT_NIET');
    const geboortedatum = '1995-03-03';
    scenario
      .when(registreer({ geboortedatum }), { regio: 'rijnmond' })
      .then(
        feit.geregistreerd.of({ ...geregistreerd.data, jeugdigeId: nieuwJeugdigeId(opTijd.commandId), geboortedatum }),
      );
  });

  it('given a registration, when it arrives again, then nothing happens', () => {
    given(jeugdigeDecider, [geregistreerd]).when(registreer(), { regio: 'rijnmond' }).thenNothingHappened();
  });

  it.each([bied(), aanvaardDoor(), weigerDoor(), trekIn(), sluit, heropen, vernietig])(
    'given nobody, when anything else is asked ($naam), then there is no such jeugdige',
    (command) => given(jeugdigeDecider, []).when(command, { regio: null }).thenRefused('NIET_GEVONDEN'),
  );
});

describe('a registration that lapsed', () => {
  const vervallen = feit.registratieVervallen.of({ jeugdigeId });
  const registreer = new RegistreerJeugdige({ ...persoon, gemeente: { code: '0599' } }, opTijd);

  it('given it, when that registration comes after all, then it is refused', () => {
    given(jeugdigeDecider, [vervallen]).when(registreer, { regio: 'rijnmond' }).thenRefused('REGISTRATIE_VERVALLEN');
  });

  it.each([bied(), aanvaardDoor(), weigerDoor(), trekIn(), sluit, heropen, vernietig])(
    'given it, when anything else is asked ($naam), then there is no such jeugdige',
    (command) => given(jeugdigeDecider, [vervallen]).when(command, { regio: null }).thenRefused('NIET_GEVONDEN'),
  );

  it('given it, then it is no dossier, and stays none', () => {
    expect(jeugdigeVan(fold(jeugdigeDecider, past([vervallen])))).toBeNull();
    expect(jeugdigeVan(fold(jeugdigeDecider, past([vervallen, geregistreerd])))).toBeNull();
    expect(jeugdigeReadModel.evolve(null, past([vervallen])[0] as never)).toBeNull();
  });
});

describe('the BSN of a dossier', () => {
  const correctie = (bsn: string) =>
    jeugdigeCorrecties.gecorrigeerd.of({
      ...{ jeugdigeId, vervangt: eventId(0), vervangtType: geregistreerd.type, velden: { bsn }, reden: 'vergist' },
      gebeurdOp: null,
    });

  it('given a registration and corrections, then it is the last one', () => {
    expect(huidigBsn(past([geregistreerd, gesloten]))).toBe(persoon.bsn);
    expect(huidigBsn(past([geregistreerd, correctie('999990020'), correctie('999990032')]))).toBe('999990032');
  });

  it('given nobody, or a registration that lapsed, then there is none', () => {
    expect(huidigBsn([])).toBeNull();
    expect(huidigBsn(past([feit.registratieVervallen.of({ jeugdigeId })]))).toBeNull();
  });
});

describe('offering casusregie', () => {
  it('given the holder, when it offers casusregie, then that is recorded and the holder stays responsible', () => {
    dossier()
      .when(bied())
      .then(aangeboden(gemeente, gi, geldigTot, overdrachtIdVan(opTijd.commandId)));
    expect(casusregieNu(dossier(aangeboden()).state).houder).toEqual(gemeente);
  });

  it('given a GI that accepted, when it offers casusregie back, then the offer comes from the GI', () => {
    dossier(aangeboden(), aanvaard)
      .when(bied(gemeente))
      .then(aangeboden(gi, gemeente, geldigTot, overdrachtIdVan(opTijd.commandId)));
  });

  it('given the holder, when casusregie is offered to itself, then it is refused', () => {
    dossier().when(bied(gemeente)).thenRefused('HEEFT_REGIE_AL');
  });

  it('given an open offer, when another is made, then it is refused; once that offer expired it is not', () => {
    dossier(aangeboden()).when(bied()).thenRefused('OVERDRACHT_STAAT_OPEN');
    dossier(aangeboden(gemeente, gi, nu))
      .when(bied())
      .then(verlopen, aangeboden(gemeente, gi, geldigTot, overdrachtIdVan(opTijd.commandId)));
  });

  it.each([geweigerd, ingetrokken])(
    'given an offer that is over ($type), when another is made, then it stands',
    (over) => {
      dossier(aangeboden(), over)
        .when(bied())
        .then(aangeboden(gemeente, gi, geldigTot, overdrachtIdVan(opTijd.commandId)));
    },
  );

  it('given an offer that would end now or earlier, then it is refused', () => {
    dossier().when(bied(gi, nu)).thenRefused('AANBOD_AL_VERLOPEN');
  });

  it('given an offer dated before its giver held casusregie, then it is refused', () => {
    dossier()
      .when(bied(gi, geldigTot, teVroeg))
      .thenRefused('DATUM_VOLGORDE');
  });
});

describe('answering an offer of casusregie', () => {
  const antwoorden = [
    { naam: 'accepted', antwoord: aanvaardDoor },
    { naam: 'refused', antwoord: weigerDoor },
  ];

  it('given an open offer, when it is accepted, then the accepting organisation holds casusregie with a named worker', () => {
    dossier(aangeboden()).when(aanvaardDoor()).then(aanvaard);
    expect(casusregieNu(dossier(aangeboden(), aanvaard).state)).toMatchObject({ houder: gi, medewerker: 'jb-17' });
  });

  it('given an open offer, when it is refused, then the giver keeps casusregie', () => {
    dossier(aangeboden()).when(weigerDoor()).then(geweigerd);
    expect(casusregieNu(dossier(aangeboden(), geweigerd).state).houder).toEqual(gemeente);
  });

  it('given an open offer, when it is withdrawn, then the giver keeps casusregie', () => {
    dossier(aangeboden()).when(trekIn()).then(ingetrokken);
    expect(casusregieNu(dossier(aangeboden(), ingetrokken).state).houder).toEqual(gemeente);
  });

  it('given an expired offer, when it is withdrawn, then that is recorded', () => {
    dossier(aangeboden(gemeente, gi, nu))
      .when(trekIn())
      .then(ingetrokken);
  });

  it.each(antwoorden)('given an offer to another organisation, when $naam, then it is refused', ({ antwoord }) =>
    dossier(aangeboden()).when(antwoord('gi-ander')).thenRefused('OVERDRACHT_NIET_AAN_U'),
  );

  it.each(antwoorden)('given an offer that expires at this moment, when $naam, then it is refused', ({ antwoord }) =>
    dossier(aangeboden(gemeente, gi, nu))
      .when(antwoord())
      .thenRefused('OVERDRACHT_VERLOPEN'),
  );

  it.each([aanvaardDoor(), weigerDoor(), trekIn()])(
    'given no offer, when $naam is asked, then it is refused',
    (command) => dossier().when(command).thenRefused('OVERDRACHT_NIET_OPEN'),
  );

  it.each([aanvaard, geweigerd, ingetrokken])(
    'given an offer that is over ($type), when answered or withdrawn, then it is refused',
    (over) => {
      for (const command of [aanvaardDoor(), weigerDoor(), trekIn()])
        dossier(aangeboden(), over).when(command).thenRefused('OVERDRACHT_NIET_OPEN');
    },
  );

  it('given an answer dated before the offer, then it is refused', () => {
    for (const command of [aanvaardDoor(gi.organisatie, teVroeg), weigerDoor(gi.organisatie, teVroeg), trekIn(teVroeg)])
      dossier(aangeboden()).when(command).thenRefused('DATUM_VOLGORDE');
  });

  it('given a registration corrected to a later day, when an offer is accepted as of before that, then it is refused', () => {
    const gecorrigeerd = jeugdigeCorrecties.gecorrigeerd.of({
      ...{ jeugdigeId, vervangt: eventId(0), vervangtType: geregistreerd.type, velden: {}, reden: 'verkeerde dag' },
      gebeurdOp: '2026-03-02T12:00:00.000Z',
    });
    given(jeugdigeDecider, [geregistreerd, aangeboden(), gecorrigeerd])
      .when(aanvaardDoor(), { regio: null })
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given a later offer, when an earlier one is accepted, then it is refused', () => {
    dossier(aangeboden(gemeente, gi, nu), aangeboden(gemeente, gi, geldigTot, deriveId('later')))
      .when(aanvaardDoor())
      .thenRefused('OVERDRACHT_NIET_OPEN');
  });
});

describe('closing, reopening and destroying a dossier', () => {
  it('given an open dossier, when closed, then its holder keeps casusregie; again, then nothing happens', () => {
    dossier().when(sluit).then(gesloten);
    dossier(gesloten).when(sluit).thenNothingHappened();
    expect(casusregieNu(dossier(aangeboden(), aanvaard, gesloten).state).houder).toEqual(gi);
  });

  it('given an open offer, when the dossier is closed, then it is refused; once that offer expired it is not', () => {
    dossier(aangeboden()).when(sluit).thenRefused('OVERDRACHT_STAAT_OPEN');
    dossier(aangeboden(gemeente, gi, nu))
      .when(sluit)
      .then(verlopen, gesloten);
  });

  it.each([bied(), aanvaardDoor(), weigerDoor(), trekIn()])(
    'given a closed dossier, when $naam is asked, then it is refused',
    (command) => dossier(aangeboden(), gesloten).when(command).thenRefused('DOSSIER_GESLOTEN'),
  );

  it('given a closed dossier, when reopened, then it is open; again, then nothing happens', () => {
    dossier(gesloten).when(heropen).then(heropend);
    dossier(gesloten, heropend).when(heropen).thenNothingHappened();
  });

  it('given an open dossier, when destroyed, then it is refused; given a closed one, then it is destroyed', () => {
    dossier().when(vernietig).thenRefused('DOSSIER_IS_OPEN');
    dossier(gesloten).when(vernietig).then(vernietigd);
  });

  it('given a destroyed dossier, when destroyed again, then nothing happens; anything else is refused', () => {
    dossier(gesloten, vernietigd).when(vernietig).thenNothingHappened();
    for (const command of [bied(), aanvaardDoor(), weigerDoor(), trekIn(), sluit, heropen])
      dossier(gesloten, vernietigd).when(command).thenRefused('DOSSIER_VERNIETIGD');
  });
});

describe('what of a jeugdige is personal', () => {
  it('given the event types, then exactly these fields take the key of the jeugdige', () => {
    const delen = [{ geregistreerd: feit.geregistreerd }, regieFeiten, samenvoegingFeiten, jeugdigeCorrecties];
    const velden = delen.flatMap((deel) =>
      Object.values(deel).flatMap(({ type, schema }) =>
        [...persoonsgegevensVan(schema)].map(([veld, sleutel]) => `${type} ${veld} ${sleutel}`),
      ),
    );
    expect(velden).toEqual([
      'jeugdige.geregistreerd@2 bsn jeugdigeId',
      'jeugdige.geregistreerd@2 naam jeugdigeId',
      'jeugdige.geregistreerd@2 geboortedatum jeugdigeId',
      'jeugdige.regieoverdracht-aangeboden@2 toelichting jeugdigeId',
      'jeugdige.regieoverdracht-aangeboden@2 minimumset jeugdigeId',
      'jeugdige.regieoverdracht-aanvaard@2 voorwaarden jeugdigeId',
      'jeugdige.regieoverdracht-geweigerd@2 reden jeugdigeId',
      'jeugdige.regieoverdracht-ingetrokken@1 reden jeugdigeId',
      'jeugdige.afstemming-vastgelegd@1 afspraken jeugdigeId',
      'jeugdige.samengevoegd@1 reden jeugdigeId',
      'jeugdige.opgegaan-in@1 reden jeugdigeId',
      'jeugdige.samenvoeging-ongedaan-gemaakt@1 reden jeugdigeId',
      'jeugdige.gecorrigeerd@1 reden jeugdigeId',
      'jeugdige.feit-ingetrokken@1 reden jeugdigeId',
    ]);
  });
});
