import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { signedIn, signedOut } from '../testing/signedIn';
import { Approvals } from './Approvals';

const terms = { volatility: 0.2, strike: 0.95, days: 30, cost: 0.0005, most: 0.25 };
const hedge = {
  proposalId: 'p1', decisionId: 'd1', pairId: 'hedge~SPY.ARCX', intent: 'open', tier: 'trader', tierReason: 'a hedge is never approved without a person',
  status: 'pending', legs: [{ leg: 0, instrumentId: 'SPY.ARCX', side: 'sell', quantity: 300, referencePrice: 100, currency: 'USD' }], notional: 30_000,
  currency: 'USD', direction: -1, confidence: 1, zScore: 0, reason: 'Hedge of the tail by advice h1.', createdAt: '2026-01-02T00:00:00Z',
  expiresAt: '2026-01-02T00:15:00Z', votes: [], kind: 'hedge', proposedBy: 'tess',
  sizing: [
    { stage: 'hedge', name: 'cvar-95-before', value: 0.021, limit: null, unit: 'fraction-of-nav' },
    { stage: 'hedge', name: 'cvar-95-after', value: 0.009, limit: null, unit: 'fraction-of-nav' },
    { stage: 'hedge', name: 'relief-per-cost', value: 41.5, limit: null, unit: 'ratio' },
  ],
};
const answers: Record<string, unknown> = {
  '/api/proposals?status=pending&limit=100': { items: [hedge], next: null },
  '/api/proposals?limit=50': { items: [hedge], next: null },
  '/api/positions?limit=500': {
    items: [
      { pairId: 'hedge~QQQ.XNAS', instrumentId: 'QQQ.XNAS', quantity: -40, averagePrice: 10, lastPrice: 10, currency: 'USD', marketValue: -400, unrealizedPnl: 0, realizedPnl: 0 },
      { pairId: 'KO.XNYS~PG.XNYS', instrumentId: 'KO.XNYS', quantity: 10, averagePrice: 10, lastPrice: 10, currency: 'USD', marketValue: 100, unrealizedPnl: 0, realizedPnl: 0 },
    ],
    next: null,
  },
  '/api/risk/hedges?instruments=SPY.ARCX': {
    advisedAt: '2026-01-02T00:00:00Z', currency: 'USD', netAssetValue: 1_000_000, cvar95: 0.021, terms,
    hedges: [
      { adviceId: 'h1', instrumentId: 'SPY.ARCX', kind: 'inverse', value: -30_000, cvarBefore: 0.021, cvarAfter: 0.009, relief: 1, costPerDay: 1, reliefPerCost: 41.5, totalCost: 30, strike: null },
      { adviceId: 'h2', instrumentId: 'SPX.INDEX', kind: 'put', value: 30_000, cvarBefore: 0.021, cvarAfter: 0.01, relief: 1, costPerDay: 1, reliefPerCost: 3, totalCost: 300, strike: 0.95 },
    ],
  },
};

const open = (roles: string[]) => signedIn(<Approvals />, roles, (path, method) => (method === 'GET' ? answers[path] : hedge));

async function advise() {
  await userEvent.type(screen.getByLabelText('Hedge with'), 'SPY.ARCX');
  await userEvent.click(screen.getByRole('button', { name: 'Ask for advice' }));
}

describe('hedges on the approvals page', () => {
  afterEach(signedOut);

  it('show what they do to the tail and who proposed them', async () => {
    open(['trader']);
    const card = within(await screen.findByRole('article', { name: 'Proposal SPY hedge' }));
    expect(card.getByText('2.10 % to 0.90 %')).toBeTruthy();
    expect(card.getByText('41.5')).toBeTruthy();
    expect(card.getByText('tess')).toBeTruthy();
    expect(card.queryByText('Z-score')).toBeNull();
  });

  it('are proposed from advice with its terms, a put stays advice', async () => {
    const sent = open(['trader']);
    await advise();
    await userEvent.click(await screen.findByRole('button', { name: 'Propose SPY.ARCX' }));
    await waitFor(() =>
      expect(sent('POST')).toEqual([
        { path: '/api/proposals/hedges', body: { instrumentId: 'SPY.ARCX', adviceId: 'h1', advisedAt: '2026-01-02T00:00:00Z', terms } },
      ]),
    );
    expect(screen.queryByRole('button', { name: 'Propose SPX.INDEX' })).toBeNull();
    expect(await screen.findByRole('status')).toBeTruthy();
  });

  it('that are held can be proposed to end, pairs are not among them', async () => {
    const sent = open(['trader']);
    await userEvent.click(await screen.findByRole('button', { name: 'End QQQ.XNAS' }));
    await waitFor(() => expect(sent('POST')).toEqual([{ path: '/api/proposals/hedges/close', body: { instrumentId: 'QQQ.XNAS' } }]));
    expect(screen.queryByRole('button', { name: 'End KO.XNYS' })).toBeNull();
  });

  it('cannot be proposed by a viewer', async () => {
    open(['viewer']);
    await advise();
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Propose SPY.ARCX' })).disabled).toBe(true);
  });
});
