/** Gives one command over HTTP; it must succeed. */
export type Doe = (pad: string, body: object) => Promise<any>;

export interface MachtigingTeksten {
  readonly redenGeenOnderzoek: string;
  readonly toelichting: string;
  readonly redenen: string;
}

const gegevenOp = '2026-01-05';
const instemming = { register: 'BIG_GEZONDHEIDSZORGPSYCHOLOOG', registratieGeldigTot: null, gegevenOp };
const plan = {
  ...{ voorwaardenEnToezicht: true, jeugdhulp: true, bevoegdeMedewerker: 'behandelaar-1', maatregelen: [] },
  ...{ aanbiederVoorwaarden: 'aanbieder-demo', aanbiederOpname: 'aanbieder-demo' },
};

/** Text in every personal field of the events of a machtiging: two voorwaardelijke, with everything that can happen. */
export const vulMachtigingen = async (doe: Doe, jeugdigeId: string, teksten: MachtigingTeksten): Promise<void> => {
  const { toelichting, redenen, redenGeenOnderzoek } = teksten;
  const verzoek = {
    ...{ jeugdigeId, soort: 'VMGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west', redenGeenOnderzoek },
    ...{ hulpverleningsplan: plan, geldigOp: '2026-01-06T09:00:00Z' },
  };
  const beschikking = {
    uitkomst: 'verleend',
    beschikkingOp: '2026-01-08',
    geldigVan: '2026-01-08',
    geldigTot: '2026-07-08',
  };
  const nieuwe = async () => {
    const machtiging = `/v1/machtigingen/${(await doe('/v1/machtigingen/ingediende-verzoeken', verzoek)).id}`;
    await doe(`${machtiging}/beschikking`, beschikking);
    const op = (dag: string) => `2026-02-${dag}T09:00:00Z`;
    return {
      machtiging,
      leg: (gebeurtenis: string, dag: string) =>
        doe(`${machtiging}/gebeurtenissen`, { gebeurtenis, toelichting, geldigOp: op(dag) }),
      besluit: (besluit: string, dag: string) =>
        doe(`${machtiging}/besluiten`, { besluit, instemming, toelichting, geldigOp: op(dag) }),
      opname: (dag: string) =>
        doe(`${machtiging}/opnamebeslissing`, {
          ...{ door: 'behandelaar-1', actueleToestandNagegaan: true, redenen, geldigOp: op(dag) },
        }),
    };
  };
  const eerste = await nieuwe();
  await eerste.leg('verzoek_ingetrokken', '01');
  await eerste.leg('toezicht_gestart', '02');
  await eerste.besluit('opname_bevoegd_vastgesteld', '03');
  const { leg, besluit, opname } = await nieuwe();
  await leg('toezicht_gestart', '01');
  await besluit('opname_verplicht_vastgesteld', '02');
  await opname('03');
  await leg('opname_gestart', '04');
  await leg('verblijf_voortgezet', '04');
  await leg('overgeplaatst', '05');
  await besluit('verlof_verleend', '06');
  await besluit('verlof_ingetrokken', '07');
  await leg('onttrekking_geconstateerd', '08');
  await leg('teruggekeerd', '09');
  await besluit('schorsing_verleend', '10');
  await besluit('schorsing_ingetrokken', '11');
};
