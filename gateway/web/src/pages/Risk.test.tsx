import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { signedIn, signedOut } from '../testing/signedIn';
import { Risk } from './Risk';

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
      componentCvar95: 0.0031, marginalCvar95: 0.07, beta: 1.2, correlation: 0.81 }],
    ewmaVolatility: 0.011, garchVolatility: null, harVolatility: 0.012, maximumDrawdown: 0.02, effectiveAssets: 1, largestShare: 1,
    cash: [{ currency: 'USD', balance: 910_000, value: 910_000 }],
    external: [{ venue: 'IBKR', account: 'U1', instrumentId: 'PG.XNYS', orderId: 'external-1', quantity: -40, value: -6_000 }],
  },
  '/api/risk/scenarios': {
    scenarios: [{ name: 'crisis-2008', source: 's', assets: { equity: -0.165 }, currencies: {}, currency: 'USD', netAssetValue: 1_000_000, loss: 61_000, lossShare: 0.061,
      breakingMultiple: 3.279, positions: [{ instrumentId: 'KO.XNYS', value: 45_000, loss: 7_425 }] }],
  },
  '/api/risk/limits': { limits: [limit, { ...limit, name: 'daily-loss', value: 0.05 }] },
  '/api/risk/limits/cvar-95/history': { name: 'cvar-95', changes: [] },
  '/api/risk/restricted': { instruments: [] },
  '/api/risk/verdicts?limit=50': {
    items: [{ decisionId: 'd1', pairId: 'KO.XNYS~PG.XNYS', verdict: 'vetoed', at: '2026-01-02T00:00:00Z', reasons: [{ code: 'book-wall', detail: 'x' }],
      stages: [{ stage: 'microstructure', outcome: 'vetoed', codes: ['book-wall'] }, { stage: 'breakers', outcome: 'passed', codes: [] }, { stage: 'cvar', outcome: 'not-run', codes: [] }] }],
  },
};

const posted: Record<string, unknown> = { '/api/risk/stress': (answers['/api/risk/scenarios'] as { scenarios: unknown[] }).scenarios[0] };

const open = (roles: string[]) => signedIn(<Risk />, roles, (path, method) => (method === 'GET' ? answers[path] : (posted[path] ?? {})));

describe('the risk page', () => {
  afterEach(signedOut);

  it('shows exposure, CVaR by asset, breakers and how far each verdict came', async () => {
    open(['viewer']);
    expect(within(await screen.findByRole('region', { name: 'CVaR by asset' })).getByText('0.42 %')).toBeTruthy();
    expect(screen.getByText(/CVaR 95 1.23 %/)).toBeTruthy();
    expect(within(await screen.findByRole('region', { name: 'Breakers and their readings' })).getAllByText('reduce-only').length).toBe(1);
    expect(await screen.findByText('1 of 2 passed')).toBeTruthy();
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
    const value = within(form).getByLabelText('Value');
    await userEvent.clear(value);
    await userEvent.type(value, '0.5');
    await userEvent.type(within(form).getByLabelText('Reason'), 'calm');
    expect(within(form).getByRole('button', { name: 'Change' })).toHaveProperty('disabled', true);
    await userEvent.clear(value);
    await userEvent.type(value, '0.02');
    await userEvent.click(within(form).getByRole('button', { name: 'Change' }));
    await waitFor(() => expect(sent('PUT')).toEqual([{ path: '/api/risk/limits/cvar-95', body: { value: 0.02, reason: 'calm' } }]));
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
    for (const text of ['61,000 USD', '6.10 %', 'KO.XNYS, 7,425.00 USD', 'daily-loss', '× 3.28']) expect(await table.findByText(text)).toBeTruthy();
  });

  it('runs moves of one\'s own', async () => {
    const sent = open(['viewer']);
    const form = within(await screen.findByRole('form', { name: /stress of one/ }));
    expect(form.getByRole('button', { name: 'Run' })).toHaveProperty('disabled', true);
    await userEvent.type(form.getByLabelText('equity %'), '-20');
    await userEvent.click(form.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(sent('POST')).toEqual([{ path: '/api/risk/stress', body: { multiple: 1, assets: { equity: -0.2 } } }]));
  });
});
