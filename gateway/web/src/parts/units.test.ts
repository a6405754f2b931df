import { describe, expect, it } from 'vitest';
import { measured, probability, scaleOf, stored, unitName, written } from './units';

describe('a number with its unit', () => {
  it('reads shares in percent, money with its currency and pure numbers bare', () => {
    const read = [[0.05, 'fraction-of-nav'], [0.0123456, 'fraction'], [1_250_000, 'USD'], [0.756, 'correlation'], [2, 'ratio'], [30, 'minutes'], [3e6, 'base-currency']] as const;
    expect(read.map(([value, unit]) => measured(value, unit))).toEqual(
      ['5 % of NAV', '1.235 %', '1,250,000 USD', '0.76', '2', '30 minutes', '3,000,000 base currency']);
    expect([measured(null, 'ratio'), unitName('count'), unitName('fraction-of-nav'), measured(0, 'switch')]).toEqual(['–', '', '% of NAV', 'off']);
  });

  it('is stored as the fraction that was meant, and read back as it was written', () => {
    for (const text of ['2.9', '0.07', '5', '33.3', '0.001']) expect(written(stored(text, 'fraction-of-nav')!, 'fraction-of-nav')).toBe(text);
    expect(stored('2.9', 'fraction-of-nav')).toBe(0.029);
    expect([stored('12', 'count'), stored(' ', 'count'), stored('x', 'fraction'), scaleOf('ratio')]).toEqual([12, undefined, undefined, 1]);
  });

  it('that no draw came to is below one in them, not zero', () => {
    expect([probability(0, 10_000), probability(0, 100), probability(0.0312, 10_000)]).toEqual(['< 0.01 %', '< 1.0 %', '3.12 %']);
  });
});
