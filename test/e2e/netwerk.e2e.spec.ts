import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VERNIETIGD } from '@regielijn/kern';
import { demoAccounts, openIssuerKeys } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Answer, type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { inOmgeving, vulOmgeving } from '../kit/omgeving-met-tekst.js';
import { leaksIn } from '../kit/sentinels.js';

jest.setTimeout(30_000);

let api: TestApi;
let gi: Client;

beforeAll(async () => {
  api = await startTestApi();
  gi = api.as('jeugdbeschermer');
}, 60_000);
afterAll(() => api.close(), 60_000);

const registreer = async (bsn: string): Promise<string> => {
  const persoon = { naam: 'Mees Voorbeeld', geboortedatum: '2011-09-01', geslacht: 'man' };
  const { id } = await gelukt(gi.post('/v1/jeugdigen', { ...persoon, bsn, gemeente: { code: '0599' } }));
  return `/v1/jeugdigen/${id}`;
};
const regie = async (jeugdige: string) => (await gelukt(gi.get(jeugdige))).regie;
const soorten = async (jeugdige: string): Promise<string[]> =>
  (await gelukt(gi.get(`${jeugdige}/tijdlijn`))).gebeurtenissen.map(({ soort }: { soort: string }) => soort);
const geweigerd = async (answer: Promise<Answer>): Promise<[number, string]> => {
  const { status, body } = await answer;
  return [status, body.code];
};
const tante = { naam: 'Ans Voorbeeld', contact: '06 00 00 00 00', relatie: 'tante' };
const besluit = {
  ...{ onderwerp: 'plaatsing', besluit: 'Hij <blijft> thuis.', stappen: 'Gebeld.', argumenten: 'Er is een tante.' },
  ...{ afgewogenRisico: 'Weglopen.', geraadpleegd: ['gw-3'], mandaat: 'teamleider', gedragenDoor: 'tl-1' },
};

describe('the people around a jeugdige, over HTTP', () => {
  let jeugdige: string;
  let persoonId: string;
  const doe = (pad: string, body: object = {}) => gelukt(gi.post(`${jeugdige}/${pad}`, body));

  beforeAll(async () => {
    jeugdige = await registreer('999990068');
    persoonId = (await doe('netwerkpersonen', tante)).id;
  });

  it('given somebody of the network, then the dossier shows that person; changed and dropped out as well', async () => {
    expect((await regie(jeugdige)).netwerk.personen).toMatchObject([{ persoonId, ...tante, gezag: null }]);
    await doe(`netwerkpersonen/${persoonId}/wijziging`, { ...tante, gezag: true });
    await doe(`netwerkpersonen/${persoonId}/verval`);
    const [persoon] = (await regie(jeugdige)).netwerk.personen;
    expect(persoon).toMatchObject({ gezag: true, vervallenOp: expect.any(String) });
  });

  it('given a search for a JIM until the end, then each step stands in the dossier', async () => {
    await doe('jim/zoektocht', { volgendeOp: '2099-01-01' });
    await doe('jim/zoekstappen', { uitkomst: 'kandidaat_in_beeld', volgendeOp: '2099-02-01' });
    await doe('jim/vraag', { persoonId });
    await doe('jim/levinasgesprek');
    await doe('jim/vondst', { persoonId });
    await doe('jim/afspraak', { blijftBijJim: 'Wat hij vertelt.', jimWordtGebeldAls: 'Hij wegloopt.' });
    await doe('jim/support', { vorm: 'training' });
    const { jim } = await regie(jeugdige);
    expect(jim).toMatchObject({ status: 'gevonden', persoonId, afspraken: [{ vlaggen: [] }] });
    await doe('jim/einde', { reden: 'niet_meer_nodig', toelichting: 'Het gaat goed.' });
    await doe('jim/weigering', { tot: '2099-03-01' });
    expect((await regie(jeugdige)).jim).toMatchObject({ status: 'geweigerd', volgendeOp: '2099-03-01' });
  });

  it('given WAT before WIE, then it is flagged, until a correction says that somebody had been asked', async () => {
    const ander = await registreer('999990081');
    const { id } = await gelukt(gi.post(`${ander}/netwerkpersonen`, { ...tante, geldigOp: '2026-01-01T09:00:00Z' }));
    const asked = { persoonId: id, geldigOp: '2026-01-20T09:00:00Z' };
    const { gebeurtenissen } = await gelukt(gi.post(`${ander}/jim/vraag`, asked));
    const afspraak = { blijftBijJim: 'A.', jimWordtGebeldAls: 'B.', geldigOp: '2026-01-10T09:00:00Z' };
    await gelukt(gi.post(`${ander}/jim/afspraak`, afspraak));
    expect((await regie(ander)).jim.afspraken[0].vlaggen).toEqual(['wat_voor_wie']);
    const correctie = { vervangt: gebeurtenissen[0], velden: {}, gebeurdOp: '2026-01-05T09:00:00Z', reden: 'Vergist.' };
    await gelukt(gi.post(`${ander}/correcties`, correctie));
    expect((await regie(ander)).jim.afspraken[0].vlaggen).toEqual([]);
    await gelukt(gi.post(`${ander}/intrekkingen`, { vervangt: gebeurtenissen[0], reden: 'Toch niet gevraagd.' }));
    expect((await regie(ander)).jim.afspraken[0].vlaggen).toEqual(['wat_voor_wie']);
  });

  it('given that the JIM stopped, when the finding is withdrawn, then that is refused: the end would hang in the air', async () => {
    const ander = await registreer('999990093');
    const { id } = await gelukt(gi.post(`${ander}/netwerkpersonen`, tante));
    const { gebeurtenissen } = await gelukt(gi.post(`${ander}/jim/vondst`, { persoonId: id }));
    await gelukt(gi.post(`${ander}/jim/einde`, { reden: 'overig', toelichting: 'Verhuisd.' }));
    const intrekking = gi.post(`${ander}/intrekkingen`, { vervangt: gebeurtenissen[0], reden: 'Toch niet.' });
    expect(await geweigerd(intrekking)).toEqual([409, 'FEITEN_IN_STRIJD']);
  });

  it('given the family, what came before and advice, then all of it stands in the dossier', async () => {
    await doe('familiegroepsplan/aanbod', { uitkomst: 'aanvaard' });
    await doe('familiegroepsplan/versies', { versie: 1, inhoud: 'Tante haalt hem op.' });
    await doe('opvoedbesluiten', { uitkomst: 'bij_ouders', meeOpgenomen: [persoonId] });
    const { id: hulpId } = await doe('hulp-ouders', { soort: 'ggz' });
    await doe(`hulp-ouders/${hulpId}/start`);
    await doe(`hulp-ouders/${hulpId}/einde`);
    await doe('eerdere-hulp', { vorm: 'ambulant', van: '2020-01-01', tot: '2020-06-01', bron: 'ouders' });
    await doe('eerdere-woonplekken', { soort: 'thuis', van: '2011-09-01', tot: '2020-01-01', bron: 'ouders' });
    await doe('eerdere-woonplekken', { soort: 'pleegzorg', van: '2020-01-01', bron: 'verwijzer' });
    const { id: adviesId } = await doe('adviezen', { bij: 'overlegtafel', vraag: 'Wat past?' });
    await doe(`adviezen/${adviesId}/antwoord`, { advies: 'Thuis.' });
    await doe('contactmomenten', { soort: 'gesprek', met: ['jeugdige'], visieJeugdige: 'Hij wil thuis blijven.' });
    const { netwerk, gezin, hulpgeschiedenis, verslag } = await regie(jeugdige);
    expect(netwerk.familiegroepsplan).toMatchObject({ aanbiedingen: [{ uitkomst: 'aanvaard' }], plan: { versie: 1 } });
    expect(gezin.hulpOuders).toMatchObject([{ hulpId, gestoptOp: expect.any(String) }]);
    expect(hulpgeschiedenis.woonplekken).toHaveLength(2);
    expect(await gelukt(gi.get(jeugdige))).toMatchObject({ verplaatsingen: 1 });
    expect(verslag).toMatchObject({ contact: { aantal: 1 }, adviezen: [{ adviesId }] });
  });

  it('given a contactmoment without a word, then it is refused with what to do', async () => {
    const leeg = gi.post(`${jeugdige}/contactmomenten`, { soort: 'gesprek', met: ['jeugdige'] });
    expect(await geweigerd(leeg)).toEqual([400, 'CONTACTMOMENT_IS_LEEG']);
  });

  it('given a closed dossier, then nothing new is taken, and what was told can still be corrected', async () => {
    const ander = await registreer('999990111');
    const { gebeurtenissen } = await gelukt(gi.post(`${ander}/netwerkpersonen`, tante));
    await gelukt(gi.post(`${ander}/sluiting`));
    expect(await geweigerd(gi.post(`${ander}/netwerkpersonen`, tante))).toEqual([409, 'DOSSIER_GESLOTEN']);
    expect(await geweigerd(gi.post(`${ander}/besluiten`, besluit))).toEqual([409, 'DOSSIER_GESLOTEN']);
    const correctie = { vervangt: gebeurtenissen[0], velden: { naam: 'Anna Voorbeeld' }, reden: 'Roepnaam.' };
    await gelukt(gi.post(`${ander}/correcties`, correctie));
    expect((await regie(ander)).netwerk.personen).toMatchObject([{ naam: 'Anna Voorbeeld' }]);
  });

  it('given a behandelaar, then contact, netwerk and support may be told, the rest may not', async () => {
    const behandelaar = api.as('behandelaar');
    const contact = { soort: 'overleg', met: ['ouders'], feiten: 'Gesproken.' };
    await gelukt(behandelaar.post(`${jeugdige}/netwerkpersonen`, tante));
    await gelukt(behandelaar.post(`${jeugdige}/contactmomenten`, contact));
    expect(await geweigerd(behandelaar.post(`${jeugdige}/besluiten`, besluit))).toEqual([403, 'GEEN_TOEGANG']);
    expect(await geweigerd(behandelaar.post(`${jeugdige}/jim/vondst`, { persoonId }))).toEqual([403, 'GEEN_TOEGANG']);
    expect(await geweigerd(api.as('reviewer').post(`${jeugdige}/netwerkpersonen`, tante))).toEqual([
      403,
      'GEEN_TOEGANG',
    ]);
  });
});

describe('a decision and its page, over HTTP', () => {
  const afdruk = async (pad: string, rol?: keyof typeof demoAccounts) => {
    const keys = await openIssuerKeys(`${api.engine.settings.REGIELIJN_DATA}/geheim`);
    const headers = rol && { authorization: `Bearer ${await keys.mintToken(demoAccounts[rol], { ttlSeconds: 60 })}` };
    return api.app.inject({ method: 'GET', url: `${pad}/afdruk`, ...(headers && { headers }) });
  };
  let jeugdige: string;
  let pad: string;
  let feit: string;

  beforeAll(async () => {
    jeugdige = await registreer('999990123');
    const { id, gebeurtenissen } = await gelukt(gi.post(`${jeugdige}/besluiten`, besluit));
    [pad, feit] = [`${jeugdige}/besluiten/${id}`, gebeurtenissen[0]];
  });

  it('given who may, then the decision is answered with who took it', async () => {
    expect(await gelukt(gi.get(pad))).toMatchObject({
      ...{ ...besluit, alternatieven: null, naam: 'Mees Voorbeeld', gecorrigeerd: false },
      door: { rol: 'jeugdbeschermer' },
    });
  });

  it('given who may, then it prints as a page that is kept nowhere and in which nothing runs', async () => {
    const { statusCode, headers, body } = await afdruk(pad, 'jeugdbeschermer');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain('Hij &#60;blijft&#62; thuis.');
  });

  it('given a stranger, or somebody who may not, then neither is shown', async () => {
    expect((await afdruk(pad)).statusCode).toBe(401);
    const { statusCode, body } = await afdruk(pad, 'regiosturing');
    expect([statusCode, JSON.parse(body).code]).toEqual([403, 'GEEN_TOEGANG']);
    expect(await geweigerd(api.as('regiosturing').get(pad))).toEqual([403, 'GEEN_TOEGANG']);
  });

  it('given another jeugdige or no such decision, then it is not found', async () => {
    const ander = pad.replace(jeugdige, await registreer('999990135'));
    expect(await geweigerd(gi.get(ander))).toEqual([404, 'NIET_GEVONDEN']);
    expect((await afdruk(ander, 'jeugdbeschermer')).statusCode).toBe(404);
    expect((await afdruk(`${jeugdige}/besluiten/x`, 'jeugdbeschermer')).statusCode).toBe(400);
  });

  it('given a correction, then it reads as corrected; given a withdrawal, then it is gone', async () => {
    const correctie = {
      vervangt: feit,
      velden: { besluit: 'Hij gaat naar zijn tante.' },
      reden: 'Verkeerd overgenomen.',
    };
    await gelukt(gi.post(`${jeugdige}/correcties`, correctie));
    expect(await gelukt(gi.get(pad))).toMatchObject({ besluit: 'Hij gaat naar zijn tante.', gecorrigeerd: true });
    expect((await afdruk(pad, 'jeugdbeschermer')).body).toContain('later verbeterd');
    await gelukt(gi.post(`${jeugdige}/intrekkingen`, { vervangt: feit, reden: 'Nooit besloten.' }));
    expect(await geweigerd(gi.get(pad))).toEqual([404, 'NIET_GEVONDEN']);
  });
});

describe('given text in every personal field about the people around a jeugdige', () => {
  it('when the key is destroyed, then the dossier, the decision and the timeline say so and nothing else', async () => {
    const jeugdige = await registreer('999990147');
    await vulOmgeving((pad, body) => gelukt(gi.post(pad, body)), jeugdige);
    const lees = async () => {
      const { body: dossier } = await gi.get(jeugdige);
      const { besluitId } = dossier.regie.verslag.besluiten[0];
      const [besluitVan, tijdlijn] = [gi.get(`${jeugdige}/besluiten/${besluitId}`), gi.get(`${jeugdige}/tijdlijn`)];
      return { dossier, besluit: (await besluitVan).body, tijdlijn: (await tijdlijn).body.gebeurtenissen };
    };
    const vooraf = JSON.stringify(await lees());
    expect(Object.values(inOmgeving).filter((tekst) => !vooraf.includes(tekst))).toEqual([]);
    await gelukt(gi.post(`${jeugdige}/sluiting`));
    await gelukt(api.as('beheer').post(`${jeugdige}/vernietiging`, { grond: 'verzoek_betrokkene' }));
    const erna = await lees();
    expect(leaksIn(JSON.stringify(erna), inOmgeving)).toEqual([]);
    expect(erna.besluit).toMatchObject({ naam: VERNIETIGD, besluit: VERNIETIGD, onderwerp: 'overig' });
    expect(erna.dossier.regie.netwerk.personen).toMatchObject([{ naam: VERNIETIGD, relatie: 'tante' }]);
    expect(await soorten(jeugdige)).toContain('jeugdige.besluit-vastgelegd');
  });
});
