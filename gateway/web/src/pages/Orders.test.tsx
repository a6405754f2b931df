import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { signedIn, signedOut } from '../testing/signedIn';
import { Orders } from './Orders';

const order = (changes: object) => ({
  clientOrderId: 'c1', decisionId: 'd1', pairId: 'KO.XNYS~PG.XNYS', purpose: 'entry', source: 'desk', venue: 'PAPER', instrumentId: 'KO.XNYS', side: 'buy', quantity: 10,
  orderType: 'market', limitPrice: null, status: 'filled', cumulativeQuantity: 10, leavesQuantity: 0, averagePrice: 45, submittedAt: '2026-01-02T03:04:00Z', ...changes,
});
const others = [
  order({ clientOrderId: 'x1', decisionId: '', source: 'external', instrumentId: 'MMM.XNYS', status: 'accepted', leavesQuantity: 5, acknowledgedBy: null }),
  order({ clientOrderId: 'x2', decisionId: '', source: 'external', instrumentId: 'PG.XNYS', status: 'canceled', acknowledgedBy: null }),
];

const open = (roles: string[], external: object[], holdings: object[] = [], fills: object[] = [], venues: object[] = []) =>
  signedIn(<Orders />, roles, (path, method) => {
    if (method === 'POST') return {};
    if (path === '/api/reconciliation') return { positions: holdings, venues };
    return { items: path.includes('source=external') ? external : path.includes('source=desk') ? [order({})] : fills };
  });

describe('the orders page', () => {
  afterEach(signedOut);

  it('links the desk’s own orders to their decisions and shows no panel for others where there are none', async () => {
    open(['viewer'], []);
    expect((await screen.findByRole('link', { name: '2026-01-02 03:04' })).getAttribute('href')).toBe('/decisions/d1');
    expect(screen.queryByRole('region', { name: 'Orders of others' })).toBeNull();
  });

  it('lets a senior acknowledge what blocks, and only that', async () => {
    const sent = open(['senior'], others);
    expect(await screen.findByText('1 blocking')).toBeTruthy();
    const table = within(screen.getAllByRole('region', { name: 'Orders of others' })[1]!);
    expect(table.getAllByRole('button').length).toBe(1);
    await userEvent.click(table.getByRole('button', { name: 'Acknowledge buy MMM.XNYS' }));
    await waitFor(() => expect(sent('POST').map(({ path }) => path)).toEqual(['/api/orders/x1/acknowledge']));
  });

  it('offers nobody below senior to acknowledge', async () => {
    open(['trader'], others);
    expect(await screen.findByText('1 blocking')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Acknowledge/ })).toBeNull();
  });

  it('lets a senior say which units are not the desk’s, with a reason', async () => {
    const sent = open(['senior'], [], [
      { venue: 'binance', account: 'spot', instrumentId: 'BTCUSDT.BINANCE', ledgerQuantity: 0, externalQuantity: 0, venueQuantity: 10, difference: 10, state: 'blocked', blockedSince: '2026-01-02T03:04:00Z', holding: null },
      { venue: 'binance', account: 'spot', instrumentId: 'ETHUSDT.BINANCE', ledgerQuantity: 5, externalQuantity: 0, venueQuantity: 5, difference: 0, state: 'agrees', blockedSince: null, holding: null },
    ]);
    await userEvent.click(await screen.findByRole('button', { name: 'Accept BTCUSDT.BINANCE' }));
    expect(screen.queryByText('ETHUSDT.BINANCE')).toBeNull();
    expect((screen.getByRole('button', { name: 'Accept' }) as HTMLButtonElement).disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'held before');
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(sent('POST')).toEqual([
      { path: '/api/reconciliation/holdings', body: { venue: 'binance', account: 'spot', instrumentId: 'BTCUSDT.BINANCE', difference: 10, reason: 'held before' } },
    ]));
  });

  it('shows dust as what blocks nothing, with who explained the rest and without anything to accept', async () => {
    const dust = {
      venue: 'binance', account: 'spot', instrumentId: 'BTCUSDT.BINANCE', ledgerQuantity: 0.5, externalQuantity: 0, venueQuantity: 0.500009, difference: 0.000009, state: 'dust', blockedSince: null, holding: null,
    };
    const held = { by: 'sue', reason: 'held before', at: '2026-01-02T03:04:00Z' };
    open(['senior'], [], [dust, { ...dust, instrumentId: 'ETHUSDT.BINANCE', externalQuantity: 2, venueQuantity: 2.500009, holding: held }]);
    const table = within((await screen.findAllByRole('region', { name: 'Holdings of others' }))[1]!);
    const rows = table.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell').map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['BTCUSDT.BINANCE', 'binance, spot', '0.500009', '0.5', '0', '0.000009', 'dust', '–', ''],
      ['ETHUSDT.BINANCE', 'binance, spot', '2.500009', '0.5', '2', '0.000009', 'dust', 'sue, 2026-01-02 03:04: held before', ''],
    ]);
    expect(screen.queryByText(/blocking/)).toBeNull();
  });

  it('says which venue takes no order, since when and why', async () => {
    const paper = { venue: 'paper', account: 'paper', state: 'compared', code: null, since: '2026-01-02T03:00:00Z', comparedAt: '2026-01-02T03:04:00Z', failures: 0, lastError: null };
    open(['viewer'], [], [], [], [paper]);
    await screen.findByRole('link', { name: '2026-01-02 03:04' });
    expect(screen.queryByRole('region', { name: 'Venues that do not answer' })).toBeNull();
    signedOut();
    open(['viewer'], [], [], [], [paper, { ...paper, venue: 'ibkr', account: 'DU1', state: 'waiting', code: 'venue-not-compared', comparedAt: null, failures: 3, lastError: 'connection refused' }]);
    expect(await screen.findByText('1 without orders')).toBeTruthy();
    for (const text of ['ibkr, DU1', 'waiting', 'connection refused', 'venue-not-compared', 'first comparison, since 2026-01-02 03:00']) expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByText('paper, paper')).toBeNull();
  });

  it('shows what a venue kept in units where it did, and only there', async () => {
    const fill = { executionId: 'e1', entry: 'execution', revision: 1, clientOrderId: 'c1', decisionId: 'd1', pairId: 'p', venue: 'BINANCE', instrumentId: 'BTCUSDT.BINANCE', side: 'buy', quantity: 0.5, price: 60_000,
      currency: 'USDT', commission: 30, commissionCurrency: 'USDT', slippage: 1, feeQuantity: 0, withheldQuantity: 0, occurredAt: '2026-01-02T03:04:00Z' };
    open(['viewer'], [], [], [fill]);
    await screen.findByText('BTCUSDT.BINANCE');
    expect(screen.queryByRole('columnheader', { name: 'Withheld units' })).toBeNull();
    signedOut();
    open(['viewer'], [], [], [fill, { ...fill, executionId: 'e2', feeQuantity: 0.0005, withheldQuantity: 0.00051 }]);
    expect(await screen.findByText('0.00051')).toBeTruthy();
    expect(screen.getByText('0.0005')).toBeTruthy();
  });

  it('shows what a venue corrected, and a cost that it has not told as pending', async () => {
    const fill = {
      executionId: 'e1', entry: 'execution', revision: 1, clientOrderId: 'c1', decisionId: 'd1', pairId: 'p', venue: 'ibkr',
      instrumentId: 'KO.XNYS', side: 'buy', quantity: 10, price: 60, currency: 'USD', commission: 1, commissionCurrency: 'USD',
      slippage: 1, feeQuantity: 0, withheldQuantity: 0, occurredAt: '2026-01-02T03:04:00Z',
    };
    open(['viewer'], [], [], [{ ...fill, revision: 2, commission: null }, { ...fill, entry: 'reversal', quantity: -10, commission: -1 }, fill]);
    expect(await screen.findByText('correction')).toBeTruthy();
    expect(screen.getByText('reversal')).toBeTruthy();
    expect(screen.getByText('pending')).toBeTruthy();
  });
});
