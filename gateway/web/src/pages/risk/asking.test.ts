import { describe, expect, it } from 'vitest';
import { chaosBody, usualChaos } from './chaos';
import { noTrade, whatIfBody, type LegDraft } from './whatIf';

const leg = (instrument: string, quantity = '1', price = ''): LegDraft => ({ instrument, side: 'buy', quantity, price });

describe('a trade to check', () => {
  it('of one instrument is a hedge, of two a pair in its order', () => {
    const asked = (a: string, b: string) => whatIfBody({ intent: 'close', legs: [leg(a), leg(b)] });
    expect([asked('SPY.ARCX', ''), asked('', 'SPY.ARCX')].map((one) => 'body' in one && [one.body.pairId, one.body.legs.length])).toEqual(
      [['hedge~SPY.ARCX', 1], ['hedge~SPY.ARCX', 1]]);
    expect(asked('PG.XNYS', 'KO.XNYS')).toEqual(
      { body: { pairId: 'KO.XNYS~PG.XNYS', intent: 'close', legs: [{ leg: 0, side: 'buy', quantity: 1 }, { leg: 1, side: 'buy', quantity: 1 }] } });
  });

  it('says what is missing', () => {
    const wrong = [noTrade.legs, [leg('A.X', '0'), leg('')], [leg('A.X', 'x'), leg('')], [leg('A.X', '1', '-2'), leg('')], [leg('A.X'), leg('a.x')]] as const;
    expect(wrong.map(([a, b]) => 'objection' in whatIfBody({ intent: 'open', legs: [a, b] }))).toEqual([true, true, true, true, true]);
  });
});

describe('a simulation', () => {
  it('takes whole numbers within their bounds', () => {
    expect(chaosBody({ ...usualChaos, paths: '20,000', seed: '-3' })).toEqual({ body: { model: 'jump-diffusion', paths: 20_000, steps: 250, seed: -3 } });
    const wrong = [{ paths: '20001' }, { paths: '' }, { steps: '0' }, { steps: '1.5' }, { seed: 'x' }];
    expect(wrong.every((one) => 'objection' in chaosBody({ ...usualChaos, ...one }))).toBe(true);
  });
});
