import { describe, expect, it } from '@jest/globals';
import { demoAccounts, dienstAccounts, diensten, findDemoAccount, isDienst, rollen } from './index.js';

describe('the accounts of embedded mode', () => {
  it('given each rol of people, when listed, then exactly one demo account has it', () => {
    const menselijk = Object.keys(rollen).filter((rol) => rol !== 'dienst');
    expect(Object.values(demoAccounts).map(({ rol }) => rol)).toEqual(menselijk);
    expect(Object.keys(demoAccounts)).toEqual(menselijk);
  });

  it('given a subject, when looked up, then only a demo account is found, never a dienst', () => {
    expect(findDemoAccount('demo-jeugdbeschermer')).toBe(demoAccounts.jeugdbeschermer);
    expect(findDemoAccount('dienst-demo')).toBeUndefined();
    expect(findDemoAccount(null)).toBeUndefined();
  });

  it('given each dienst, when listed, then exactly one actor carries its name', () => {
    const actors = Object.values(dienstAccounts);
    expect(actors.map(({ subject }) => subject)).toEqual(Object.keys(diensten));
    expect(actors.every(({ rol, subject }) => rol === 'dienst' && isDienst(subject))).toBe(true);
  });
});
