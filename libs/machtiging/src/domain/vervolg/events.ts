import { defineEvent, IdSchema } from '@regielijn/kern';
import { machtiging } from '../ids.js';

export const vervolgFeiten = {
  mgjVerzocht: defineEvent('machtiging.mgj-verzocht@1', {
    omschrijving: 'Tijdens deze spoedmachtiging is om een machtiging gesloten jeugdhulp verzocht.',
    bron: 'Jeugdwet art. 6.1.12 lid 2',
    // What it points at is corrected where it stands.
    onherroepelijk: true,
    data: { ...machtiging, mgjId: IdSchema },
  }),
};
