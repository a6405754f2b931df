import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { refusal, signedIn, signedOut } from '../testing/signedIn';
import { Risk } from './Risk';

const stages = [
  { stage: 'microstructure', outcome: 'vetoed', codes: ['book-wall'], inputs: [{ name: 'wall KO.XNYS', value: 6.5, limit: 5, unit: 'ratio' }] },
  { stage: 'breakers', outcome: 'passed', codes: [], inputs: [{ name: 'drawdown', value: 0.061, limit: 0.2, unit: 'fraction-of-nav' }] },
  { stage: 'cvar', outcome: 'not-run', codes: [], inputs: [] },
];
const limit = { name: 'cvar-95', value: 0.03, unit: 'fraction-of-nav', minimum: 0.001, maximum: 0.25, description: 'Expected shortfall.' };
const answers: Record<string, unknown> = {
  '/api/risk/kill-switch': { state: 'reduce-only', flatten: false, reason: 'losses', by: 'breaker:daily-loss', at: '2026-01-02T00:00:00Z' },
  '/api/risk/breakers': {
    breakers: [
      { name: 'daily-loss', tier: 'reduce-only', reading: 0.06, value: 0.06, limit: 0.05, unit: 'fraction-of-nav', reason: 'beyond', by: 'breaker', at: '2026-01-02T00:00:00Z' },
      { name: 'drawdown', tier: 'closed', reading: 0.06, value: 0, limit: 0.2, unit: 'fraction-of-nav', reason: '', by: '', at: null },
    ],
  },
  '/api/risk/measures': {
    currency: 'USD', netAssetValue: 1_000_000, grossExposure: 90_000, netExposure: 1_000, var95: 0.001, cvar95: 0.0123, var99: null, cvar99: null,
    volatility: null, historyDays: 130, byAssetClass: [{ name: 'equity', gross: 90_000, net: 1_000 }], bySector: [], byPair: [],
    assets: [{ instrumentId: 'KO.XNYS', assetClass: 'equity', sector: 'staples', value: 45_000, worst: 45_000, cvar95: 0.0042,
      componentCvar95: 0.0031, marginalCvar95: 0.07, beta: 1.2, correlation: 0.81, factorBetas: { market: 0.612 }, factorRSquared: 0.4,
      liquidity: { dailyVolume: 1_234_567.8, volumeDays: 20, days: 0.35, riskScale: 1, var95: 0.003, cvar95: 0.0047, code: null } }],
    factors: { historyDays: 249, rSquared: 0.31, factors: [{ name: 'market', instrumentId: 'SPY.ARCX', beta: -0.042, code: null },
      { name: 'crypto', instrumentId: 'BTCUSDT.BINANCE', beta: null, code: 'unknown-instrument' }] },
    liquidity: { participation: 0.1, volumeDays: 20, days: null, var95: null, cvar95: null, var99: null, cvar99: null, unknown: ['PG.XNYS'] },
    ewmaVolatility: 0.011, garchVolatility: null, harVolatility: 0.012, maximumDrawdown: 0.02, effectiveAssets: 1, largestShare: 1,
    cash: [{ currency: 'USD', balance: 910_000, value: 910_000 }],
    external: [{ venue: 'IBKR', account: 'U1', instrumentId: 'PG.XNYS', orderId: 'external-1', quantity: -40, value: -6_000 }],
  },
  '/api/risk/scenarios': {
    scenarios: [{ name: 'crisis-2008', source: 'closes of SPY', assets: { equity: -0.165 }, currencies: {}, currency: 'USD', netAssetValue: 1_000_000, loss: 61_000, lossShare: 0.061,
      breakingMultiple: 3.279, leftOut: [{ venue: 'IBKR', account: 'U1', instrumentId: 'ZZZ.XNYS', quantity: 12, code: 'never-listed' }],
      positions: [{ instrumentId: 'KO.XNYS', value: 45_000, loss: 7_425, externalValue: -6_000 }] }],
    models: [{ name: 'jump-diffusion', source: 'Merton (1976)' }, { name: 'gap-down', source: 'openings' }],
  },
  '/api/instruments?limit=500': { items: [{ instrumentId: 'KO.XNYS', name: 'Coca-Cola' }] },
  '/api/risk/limits': { limits: [limit, { ...limit, name: 'daily-loss', value: 0.05 }] },
  '/api/risk/limits/cvar-95/history': { name: 'cvar-95', changes: [] },
  '/api/risk/restricted': { instruments: [] },
  '/api/risk/verdicts?limit=50': {
    items: [{ decisionId: 'd1', pairId: 'KO.XNYS~PG.XNYS', verdict: 'vetoed', at: '2026-01-02T00:00:00Z', reasons: [{ code: 'book-wall', detail: 'x' }],
      stages }],
  },
};

const spread = { median: 0.01, p95: 0.04, p99: 0.08, worst: 0.21 };
const posted: Record<string, unknown> = {
  '/api/risk/stress': (answers['/api/risk/scenarios'] as { scenarios: unknown[] }).scenarios[0],
  '/api/risk/what-if': { decisionId: 'w', pairId: 'KO.XNYS~PG.XNYS', verdict: 'vetoed', at: '2026-01-02T00:00:00Z', reasons: [{ code: 'book-wall', detail: 'a level stands in its way' }], stages },
  '/api/risk/chaos': {
    model: 'gap-down', source: 'openings', paths: 10_000, steps: 250, seed: 1, currency: 'USD', netAssetValue: 1_000_000, drawdown: spread, loss: spread,
    tiers: [{ tier: 'pause-entries', probability: 0.125 }, { tier: 'stop', probability: 0 }], daysToBreaker: { median: 40, p95: 200, p99: 240, worst: 250 }, lossAfter: null,
    limits: [{ name: 'daily-loss', value: 0.05, probability: 0.031 }], leftOut: [],
  },
};

const open = (roles: string[], replies: Record<string, unknown> = posted) =>
  signedIn(<Risk />, roles, (path, method) => (method === 'GET' ? answers[path] : (replies[path] ?? {})));

describe('the risk page', () => {
  afterEach(signedOut);

  it('shows exposure, CVaR by asset, breakers and how far each verdict came', async () => {
    open(['viewer']);
    expect(within(await screen.findByRole('region', { name: 'CVaR by asset' })).getByText('0.42 %')).toBeTruthy();
    expect(screen.getByText('CVaR 95 %, one day').nextElementSibling?.textContent).toBe('1.23 %');
    expect(within(await screen.findByRole('region', { name: 'Breakers and their readings' })).getAllByText('reduce-only').length).toBe(1);
    expect(await screen.findByText('1 of 2 vetoed')).toBeTruthy();
  });

  it('shows factor exposure and liquidity with what is not known, and what the stress does not hold', async () => {
    open(['viewer']);
    const factors = within(await screen.findByRole('region', { name: 'Factor exposure' }));
    for (const text of ['-0.042', 'the instrument was never listed']) expect(factors.getByText(text)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Factor betas by instrument' })).getByText('0.612')).toBeTruthy();
    const liquidity = within(screen.getByRole('region', { name: 'Liquidity horizon' }));
    for (const text of ['1,234,568', '0.35', '0.47 %']) expect(liquidity.getByText(text)).toBeTruthy();
    expect(screen.getByText(/not known for the book while the volume of PG.XNYS is not/)).toBeTruthy();
    expect(await screen.findByText(/12 ZZZ.XNYS at IBKR, U1 \(never listed/)).toBeTruthy();
  });

  it('says which exits of a flatten were given up and which are denied', async () => {
    const flattening = {
      state: 'reduce-only', flatten: true, reason: 'storm', by: 'ada', at: '2026-01-02T00:00:00Z', held: [
        { pairId: 'KO.XNYS~PG.XNYS', instruments: ['KO.XNYS', 'PG.XNYS'], attempts: 5, denied: '', gaveUp: true },
        { pairId: 'V.XNYS~MA.XNYS', instruments: ['V.XNYS'], attempts: 1, denied: 'venue-not-compared', gaveUp: false }],
    };
    signedIn(<Risk />, ['viewer'], (path) => (path === '/api/risk/kill-switch' ? flattening : answers[path]));
    const alerts = await screen.findAllByRole('alert');
    expect(alerts.map((alert) => alert.textContent)).toEqual(['KO.XNYS, PG.XNYS still held: gave up after 5 attempts; flatten again to start over.']);
    expect(screen.getByText(/V.XNYS still held: denied \(venue-not-compared\)/)).toBeTruthy();
  });

  it('offers nobody below senior to reset a breaker or change a limit', async () => {
    open(['trader']);
    expect(await screen.findByRole('button', { name: 'History of cvar-95' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change cvar-95' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Reset daily-loss' })).toBeNull();
  });

  it('lets a senior change a limit within its range, with a reason', async () => {
    const sent = open(['senior', 'trader']);
    await userEvent.click(await screen.findByRole('button', { name: 'Change cvar-95' }));
    const form = screen.getByRole('form', { name: /cvar-95/ });
    const value = within(form).getByLabelText('Value, % of NAV');
    expect(value).toHaveProperty('value', '3');
    await userEvent.clear(value);
    await userEvent.type(value, '50');
    await userEvent.type(within(form).getByLabelText('Reason'), 'calm');
    expect(within(form).getByRole('button', { name: 'Change' })).toHaveProperty('disabled', true);
    await userEvent.clear(value);
    await userEvent.type(value, '2.9');
    await userEvent.click(within(form).getByRole('button', { name: 'Change' }));
    await waitFor(() => expect(sent('PUT')).toEqual([{ path: '/api/risk/limits/cvar-95', body: { value: 0.029, reason: 'calm' } }]));
  });

  it('lets a senior reset a breaker that is open, with a reason', async () => {
    const sent = open(['senior', 'trader']);
    await userEvent.click(await screen.findByRole('button', { name: 'Reset daily-loss' }));
    const form = screen.getByRole('form', { name: /Reset daily-loss/ });
    expect(within(form).getByRole('button', { name: 'Reset' })).toHaveProperty('disabled', true);
    await userEvent.type(within(form).getByLabelText('Reason'), 'looked');
    await userEvent.click(within(form).getByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(sent('POST')).toEqual([{ path: '/api/risk/breakers/daily-loss/reset', body: { reason: 'looked' } }]));
  });

  it('shows what each scenario would lose, the worst asset and the limit it breaks', async () => {
    open(['viewer']);
    const table = within(await screen.findByRole('region', { name: 'Scenarios' }));
    for (const text of ['61,000 USD', '6.10 %', 'KO.XNYS, 7,425.00 USD', 'daily-loss', 'closes of SPY']) expect(await table.findByText(text)).toBeTruthy();
    const reverse = within(screen.getByRole('region', { name: 'Reverse stress' }));
    for (const text of ['× 3.28', 'equity -54.10 %']) expect(reverse.getByText(text)).toBeTruthy();
  });

  it('runs moves of one\'s own', async () => {
    const sent = open(['viewer']);
    const form = within(await screen.findByRole('form', { name: /stress of one/ }));
    expect(form.getByRole('button', { name: 'Run' })).toHaveProperty('disabled', true);
    await userEvent.type(form.getByLabelText('equity %'), '-20');
    await userEvent.click(form.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(sent('POST')).toEqual([{ path: '/api/risk/stress', body: { multiple: 1, assets: { equity: -0.2 } } }]));
  });

  it('asks what the chain would say to a trade, the pair in its order, and shows each stage with its numbers', async () => {
    const sent = open(['viewer']);
    const form = within(await screen.findByRole('form', { name: 'A trade to check' }));
    const check = form.getByRole('button', { name: 'Check' });
    const [first, second] = form.getAllByLabelText('Instrument') as [HTMLElement, HTMLElement];
    const [unitsOfFirst, unitsOfSecond] = form.getAllByLabelText('Quantity') as [HTMLElement, HTMLElement];
    await userEvent.type(first, 'pg.xnys');
    await userEvent.type(unitsOfFirst, '30');
    await userEvent.type(second, 'KO.XNYS');
    expect(check).toHaveProperty('disabled', true);
    await userEvent.type(unitsOfSecond, '75');
    await userEvent.type(form.getAllByLabelText('Price')[1]!, '61.5');
    await userEvent.click(check);
    await waitFor(() => expect(sent('POST')).toEqual([{
      path: '/api/risk/what-if',
      body: { pairId: 'KO.XNYS~PG.XNYS', intent: 'open', legs: [
        { leg: 0, side: 'sell', quantity: 75, referencePrice: 61.5 }, { leg: 1, side: 'buy', quantity: 30 }] },
    }]));
    const result = within(await screen.findByRole('region', { name: 'Result of the check' }));
    for (const text of ['would be vetoed', 'a level stands in its way', 'wall KO.XNYS', '6.1 % of NAV', 'Not run: cvar.']) expect(result.getByText(text)).toBeTruthy();
  });

  it('simulates what the book may go through and which breakers and limits act', async () => {
    const sent = open(['trader']);
    const form = within(await screen.findByRole('form', { name: 'A chaos simulation' }));
    await form.findByRole('option', { name: 'gap-down' });
    await userEvent.selectOptions(form.getByLabelText('Model'), 'gap-down');
    await userEvent.click(form.getByRole('button', { name: 'Simulate' }));
    await waitFor(() => expect(sent('POST')).toEqual([{ path: '/api/risk/chaos', body: { model: 'gap-down', paths: 10_000, steps: 250, seed: 1 } }]));
    const result = within(await screen.findByRole('region', { name: 'Result of the simulation' }));
    for (const text of ['12.50 %', '< 0.01 %', '3.10 %', '40']) expect(result.getByText(text)).toBeTruthy();
    expect(result.getAllByText('21.00 %').length).toBe(2);
  });

  it('tells a viewer which role a simulation needs, and a refusal with its code', async () => {
    open(['viewer'], { '/api/risk/stress': refusal(503, 'portfolio-unpriced', 'Something that is held has no price or no rate.') });
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Simulate' })).disabled).toBe(true);
    await waitFor(() => expect(screen.getAllByText('Needs the role trader.').length).toBe(2));
    const form = within(await screen.findByRole('form', { name: /stress of one/ }));
    await userEvent.selectOptions(form.getByLabelText('Scenario'), 'gap-down');
    await userEvent.click(form.getByRole('button', { name: 'Run' }));
    expect((await form.findByRole('alert')).textContent).toContain('portfolio-unpriced');
  });
});
