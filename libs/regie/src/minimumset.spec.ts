import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { type Minimumset, MinimumsetSchema, MinimumsetVeldSchema } from '@regielijn/kern';
import { ontbreekt } from './minimumset.js';
import { regels } from './rules.kit.js';

const volledig: Minimumset = MinimumsetSchema.parse({
  casusId: deriveId('casus'),
  machtigingen: [{ machtigingId: deriveId('machtiging'), geldigTot: '2026-09-02' }],
  betrokkenen: ['moeder', 'pleegvader'],
  gezag: 'moeder',
  plan: 'Plan van 2 maart 2026, versie 1',
  doelen: { wonen: 'terug naar huis', school_werk: 'weer naar school' },
  veiligheidsplan: 'Versie 2',
  onderwijs: 'Drie dagen per week',
  schoolVanHerkomst: 'School in Gouda',
  netwerk: ['tante'],
  normafwijkingen: [deriveId('afwijking')],
  afsprakenSysteemregie: 'Het lokale team begeleidt het gezin',
  contactpersoon: 'demo-lokaal-team',
  volgendOverlegOp: '2026-04-13',
});

const { onderdelen } = regels.minimumset;
const velden = (aanbod: Minimumset): string[] => ontbreekt(aanbod, regels).map(({ veld }) => veld);

describe('the minimum handover set', () => {
  it('given the parts, then they are the eleven of the setting', () => {
    expect(onderdelen.map(({ naam }) => naam)).toEqual([
      'nummer van de casus',
      'machtigingen met einddatum',
      'betrokkenen en gezag',
      'plan en doelen per levensgebied',
      'veiligheidsplan',
      'onderwijs en school van herkomst',
      'netwerk en steunfiguur',
      'open afwijkingen van normen',
      'afspraken over systeemregie',
      'contactpersoon',
      'datum van het volgende overleg',
    ]);
  });

  it('given an offer with all of them, then nothing is missing', () => {
    expect(ontbreekt(volledig, regels)).toEqual([]);
  });

  it.each(MinimumsetVeldSchema.options)(
    'given an offer without %s, or with null, then that is named with its part',
    (veld) => {
      const { [veld]: _weg, ...zonder } = volledig;
      const onderdeel = onderdelen.find((deel) => deel.velden.includes(veld))!.naam;
      expect(ontbreekt(zonder, regels)).toEqual([{ onderdeel, veld }]);
      expect(ontbreekt({ ...volledig, [veld]: null }, regels)).toEqual([{ onderdeel, veld }]);
    },
  );

  it('given an empty offer, then every field is named, in the order of the parts', () => {
    expect(velden({})).toEqual(onderdelen.flatMap((deel) => deel.velden));
    expect(velden({})).toHaveLength(MinimumsetVeldSchema.options.length);
  });

  it('given an empty list, then it is an answer where nobody or nothing is one', () => {
    expect(velden({ ...volledig, machtigingen: [], netwerk: [], normafwijkingen: [] })).toEqual([]);
    expect(velden({ ...volledig, betrokkenen: [], doelen: {} })).toEqual(['betrokkenen', 'doelen']);
  });

  it('given a machtiging without its end date, then that date is named', () => {
    const machtigingen = [...volledig.machtigingen!, { machtigingId: deriveId('tweede'), geldigTot: null }];
    expect(ontbreekt({ ...volledig, machtigingen }, regels)).toEqual([
      { onderdeel: 'machtigingen met einddatum', veld: 'machtigingen.1.geldigTot' },
    ]);
  });

  it('given a machtiging of which nothing is said, then it is named: only the list itself may be empty', () => {
    const machtigingen = [{}] as Minimumset['machtigingen'];
    expect(velden({ ...volledig, machtigingen })).toEqual(['machtigingen.0']);
  });

  it('given an offer with a field that is not in the set, then it is refused', () => {
    expect(MinimumsetSchema.safeParse({ ...volledig, bsn: '999990007' }).success).toBe(false);
  });
});
