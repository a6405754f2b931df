import { describe, expect, it } from 'vitest';
import { money, number, pairName, percent, price, quantity, sentence, time } from './format';

describe('format', () => {
  it('shows a dash for what is not known', () => {
    expect([number(null), money(undefined), percent(null), time(null)]).toEqual(['–', '–', '–', '–']);
  });

  it('keeps small money to the cent and large money to the unit', () => {
    expect([money(12.5, 'USD'), money(1234567.89, 'USD'), money(-20000.4)]).toEqual(['12.50 USD', '1,234,568 USD', '-20,000']);
  });

  it('shows no held coin and no cheap price as zero', () => {
    expect([1000, 0.00125, -0.5, null].map(quantity)).toEqual(['1,000', '0.00125', '-0.5', '–']);
    expect([45, 1234.56789, 0.00001234].map(price)).toEqual(['45.00', '1,234.5679', '0.00001234']);
  });

  it('writes times in UTC, without a midnight', () => {
    expect([time('1999-03-04T00:00:00Z'), time('1999-03-04T14:30:00+02:00')]).toEqual(['1999-03-04', '1999-03-04 12:30']);
  });

  it('leaves alone what is no time', () => {
    expect(['row 7', '2026-01-02T03:04:05'].map(time)).toEqual(['row 7', '2026-01-02T03:04:05']);
  });

  it('reads a pair as its symbols', () => {
    expect([pairName('KO.XNYS~PG.XNYS'), pairName('BRK.B.XNYS~KO.XNYS')]).toEqual(['KO / PG', 'BRK.B / KO']);
    expect(pairName('hedge~SPY.ARCX')).toBe('SPY hedge');
  });

  it('reads an event type as words', () => {
    expect(sentence('order-filled')).toBe('Order filled');
  });

  it('of nothing lost has no sign', () => {
    expect([number(-0.001), percent(-0.00001), number(-0.01), number(-0.4, 0)]).toEqual(['0.00', '0.00 %', '-0.01', '0']);
  });
});
