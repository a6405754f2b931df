import { describe, expect, it } from 'vitest';
import type { RiskLimit, StressReport } from '../../api/riskTypes';
import { shockBody } from './shocks';
import { breaking, brokenLimits, moves, movesAtBreak, nearestFirst, worst } from './stressReading';

const none = { scenario: '', multiple: '1', assets: {}, currency: '', currencyMove: '' };
const report = (lossShare: number): StressReport => ({
  name: 'franc-2015', source: 's', assets: { equity: -0.009 }, currencies: { CHF: 0.187 }, currency: 'USD', netAssetValue: 100, loss: lossShare * 100, lossShare,
  breakingMultiple: null, leftOut: [],
  positions: [{ instrumentId: 'A', value: 10, loss: -1, externalValue: 0 }, { instrumentId: 'B', value: 5, loss: 3, externalValue: 5 }],
});
const limit = (name: string, value: number) => ({ name, value }) as RiskLimit;

describe('a stress', () => {
  it('sends percentages as shares', () => {
    expect(shockBody({ ...none, multiple: '2', assets: { equity: '-20', fx: '' }, currency: 'chf', currencyMove: '18.7' })).toEqual({
      body: { multiple: 2, assets: { equity: -0.2 }, currencies: { CHF: 0.187 } },
    });
    expect(shockBody({ ...none, scenario: 'crisis-2008', assets: { equity: '-20' } })).toEqual({ body: { scenario: 'crisis-2008', multiple: 1 } });
  });

  it('says what is missing', () => {
    const asked = [none, { ...none, multiple: '0' }, { ...none, assets: { equity: 'x' } }, { ...none, currency: 'CHF' }].map(shockBody);
    expect(asked.every((one) => 'objection' in one)).toBe(true);
  });

  it('names the loss limits it breaks, and the position that loses most', () => {
    const limits = [limit('stress-loss', 0.1), limit('daily-loss', 0.05), limit('drawdown', 0.2), limit('cvar-95', 0.001)];
    expect([0.05, 0.06, 0.3].map((share) => brokenLimits(report(share), limits))).toEqual([[], ['daily-loss'], ['stress-loss', 'daily-loss', 'drawdown']]);
    expect(worst(report(0.1))?.instrumentId).toBe('B');
    expect(worst({ ...report(0), positions: [] })).toBeUndefined();
    expect(moves(report(0))).toBe('equity -0.90 %; CHF +18.70 %');
    expect(moves({ ...report(0), assets: { equity: -0.1, index: -0.1, crypto: 0.02 }, currencies: {} })).toBe('equity, index -10.00 %; crypto +2.00 %');
    expect(movesAtBreak({ ...report(0), breakingMultiple: 20 })).toBe('equity -18.00 %; CHF +374.00 %');
    expect(movesAtBreak({ ...report(0), breakingMultiple: 150 }).startsWith('equity -100.00 %')).toBe(true);
    expect(nearestFirst([report(0), { ...report(0), name: 'b', breakingMultiple: 9 }, { ...report(0), name: 'a', breakingMultiple: 2 }]).map((one) => one.name)).toEqual(['a', 'b', 'franc-2015']);
    expect([breaking(report(0)), breaking({ ...report(0), breakingMultiple: 1.234 })]).toEqual(['not up to × 100', '× 1.23']);
  });
});
