import { z } from 'zod';

/** Nine digits that pass the elfproef: 9a+8b+7c+6d+5e+4f+3g+2h-i divisible by 11, not all zero. */
export const isBsn = (tekst: string): boolean => {
  if (!/^\d{9}$/.test(tekst) || tekst === '000000000') return false;
  const som = [...tekst].reduce((sum, cijfer, plek) => sum + Number(cijfer) * (plek === 8 ? -1 : 9 - plek), 0);
  return som % 11 === 0;
};

/** Burgerservicenummer (Jeugdwet art. 7.2.1). */
export const BsnSchema = z.string().refine(isBsn, 'dit is geen geldig burgerservicenummer');
