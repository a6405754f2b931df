import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signedIn, signedOut } from '../testing/signedIn';
import { Research } from './Research';

vi.mock('lightweight-charts', () => ({
  ColorType: { Solid: 'solid' },
  LineSeries: {},
  createChart: () => ({ addSeries: () => ({ setData: () => undefined }), remove: () => undefined, timeScale: () => ({ fitContent: () => undefined }) }),
}));

const adf = {
  name: 'adf', kind: 'statistic', description: 'Augmented Dickey-Fuller.', minSeries: 1, maxSeries: 1,
  options: [
    { name: 'regression', type: 'text', description: 'Deterministic terms.', default: 'c', allowed: ['n', 'c', 'ct'] },
    { name: 'max-lag', type: 'whole', description: 'Longest lag.', default: null, allowed: null },
  ],
};
const screening = {
  name: 'screen', kind: 'job', description: 'Test all pairs.', minSeries: 2, maxSeries: 2000,
  options: [{ name: 'fdr', type: 'number', description: 'Allowed share.', default: 0.05, allowed: null }, { name: 'confirmed', type: 'flag', description: 'Only those.', default: false, allowed: null }],
};
const job = (changes: object) => ({
  jobId: 'j1', method: 'screen', status: 'running', progress: 0.4, by: 'ada', createdAt: '2026-01-02T03:04:00Z', startedAt: '2026-01-02T03:04:00Z',
  endedAt: null, code: null, detail: null, request: { method: 'screen', options: { fdr: 0.1 } }, ...changes,
});
const pair = (a: string, pValue: number, halfLife: number | null) => ({
  a, b: 'PG.XNYS', statistic: -4, pValue, qValue: pValue * 2, halfLife, hedgeRatio: 0.8, confirmed: pValue < 0.01, objections: pValue < 0.01 ? [] : ['hurst-too-high'],
});
const results: Record<string, unknown> = {
  screen: { pairs: [pair('KO.XNYS', 0.001, 12), pair('AA.XNYS', 0.03, null), pair('MMM.XNYS', 0.02, 3)], tested: 190, refused: [], fdr: 0.1, elapsedSeconds: 0.5 },
  'lookahead-check': { honest: false, outputs: ['score'], cuts: 40, violation: { output: 'score', bar: '2020-01-02', cut: '2020-01-09', withFuture: 1.5, withoutFuture: 1.25 } },
  'pair-backtest': {
    pair: ['KO.XNYS', 'PG.XNYS'], bars: 3, rule: { entry: 2, exit: 0.5, stop: null, maxHold: 0 }, profitAndLoss: 10, capital: 100, totalReturn: 0.1, cagr: 0.05,
    volatility: 0.1, sharpe: 1.25, sortino: 1, calmar: 1, maxDrawdown: 0.02, cvar95: 0.01, hitRate: 0.5, turnover: 3, exposure: 0.4, costs: 1,
    probabilisticSharpe: 0.9, trials: 1, deflatedSharpe: 0.9, bootstrap: { paths: 10, totalReturn: [0, 1, 2], sharpe: [0, 1, 2], maxDrawdown: [0, 1, 2], lossProbability: 0.2 },
    trades: [{ entry: '2020-01-02T00:00:00Z', exit: '2020-01-05T00:00:00Z', direction: 1, quantityA: 1, quantityB: -2, profitAndLoss: 10 }], equity: [100, 105, 110],
  },
};

interface Answer {
  status: number;
  body: unknown;
}

function open(roles: string[], jobs: object[] = [], address = '/research', posted: Answer = { status: 200, body: {} }) {
  return signedIn(<Research />, roles, (path, method) => {
    if (method !== 'GET') return new Response(JSON.stringify(posted.body), { status: posted.status });
    if (path.startsWith('/api/instruments')) return { items: [{ instrumentId: 'KO.XNYS', name: 'Coca-Cola', sector: 'staples' }] };
    if (path === '/api/analytics/methods') return { methods: [adf, screening] };
    if (path.endsWith('/result')) return results[(jobs[0] as { method: string }).method];
    return path.startsWith('/api/analytics/jobs?') ? { items: jobs } : (jobs[0] ?? job({}));
  }, address);
}

async function choose(id: string) {
  await userEvent.type(screen.getByLabelText('Search by id, name or sector'), id.slice(0, 2));
  await userEvent.click(await screen.findByRole('checkbox', { name: new RegExp(`^${id}`) }));
}

describe('the research page', () => {
  afterEach(signedOut);

  it('computes a statistic of a chosen instrument and sends only the options that were changed', async () => {
    const reply = { method: 'adf', series: ['KO.XNYS'], rows: 250, from: '2020-01-01T00:00:00Z', to: '2020-12-31T00:00:00Z',
      result: { statistic: -3.14159265, pValue: 0.0234, criticalValues: { '1%': -3.4568, '5%': -2.8731 } } };
    const sent = open(['viewer'], [], '/research', { status: 200, body: reply });
    await screen.findByLabelText('Method');
    expect(screen.getByRole('button', { name: 'Compute' })).toHaveProperty('disabled', true);
    await choose('KO.XNYS');
    await userEvent.selectOptions(screen.getByLabelText('regression'), 'ct');
    await userEvent.click(screen.getByRole('button', { name: 'Compute' }));
    await waitFor(() => expect(sent('POST')).toEqual([{ path: '/api/analytics/stats/adf', body: { instruments: ['KO.XNYS'], options: { regression: 'ct' } } }]));
    expect(within(await screen.findByRole('region', { name: 'Values' })).getByText('-3.14159')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Critical values' })).getByText('5%')).toBeTruthy();
  });

  it('shows code, words and place of a refusal', async () => {
    open(['viewer'], [], '/research', { status: 400, body: { code: 'constant-series', detail: 'The series never moves.', series: 'KO.XNYS', row: 7 } });
    await screen.findByLabelText('Method');
    await choose('KO.XNYS');
    await userEvent.click(screen.getByRole('button', { name: 'Compute' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The series never moves. (constant-series, series KO.XNYS, row 7)');
  });

  it('refuses what is not a whole number before anything is sent', async () => {
    open(['viewer']);
    await screen.findByLabelText('Method');
    await choose('KO.XNYS');
    await userEvent.type(screen.getByLabelText('max-lag'), '1.5');
    expect(screen.getByText('max-lag is a whole number.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Compute' })).toHaveProperty('disabled', true);
  });

  it('lets a trader start a screen of everything', async () => {
    const sent = open(['trader'], [], '/research', { status: 202, body: { jobId: 'j1' } });
    await userEvent.selectOptions(await screen.findByLabelText('Method'), 'screen');
    await userEvent.type(screen.getByLabelText('fdr'), '0.2');
    await userEvent.click(screen.getByLabelText('confirmed'));
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(sent('POST')).toEqual([{ path: '/api/analytics/jobs', body: { method: 'screen', options: { fdr: 0.2, confirmed: true } } }]));
  });

  it('tells a viewer that he may not start a job and offers him no cancelling', async () => {
    open(['viewer'], [job({})]);
    await userEvent.selectOptions(await screen.findByLabelText('Method'), 'screen');
    expect(screen.getByText(/needs the role trader/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Start' })).toHaveProperty('disabled', true);
    expect(await screen.findByRole('link', { name: /^Open screen/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Cancel/ })).toBeNull();
  });

  it('shows how far a job is and lets a trader cancel it', async () => {
    const sent = open(['trader'], [job({})]);
    expect(await screen.findByText('40 %')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Cancel screen/ }));
    await waitFor(() => expect(sent('DELETE').map((one) => one.path)).toEqual(['/api/analytics/jobs/j1']));
  });

  it('says that there are no jobs yet', async () => {
    open(['viewer']);
    expect(await screen.findByText(/No jobs yet/)).toBeTruthy();
  });

  it('sorts the pairs of a screen, what is not known last either way', async () => {
    open(['trader'], [job({ status: 'succeeded', progress: 1 })], '/research?job=j1');
    const table = await screen.findByRole('region', { name: 'Pairs found' });
    const firsts = () => within(table).getAllByRole('row').slice(1).map((row) => row.querySelector('td')!.textContent);
    expect(firsts()).toEqual(['KO.XNYS', 'AA.XNYS', 'MMM.XNYS']);
    const head = within(table).getByRole('button', { name: /Half-life/ });
    await userEvent.click(head);
    expect(firsts()).toEqual(['MMM.XNYS', 'KO.XNYS', 'AA.XNYS']);
    await userEvent.click(head);
    expect(firsts()).toEqual(['KO.XNYS', 'MMM.XNYS', 'AA.XNYS']);
    expect(head.closest('th')!.getAttribute('aria-sort')).toBe('descending');
    await userEvent.click(screen.getByLabelText('Confirmed only'));
    expect(firsts()).toEqual(['KO.XNYS']);
  });

  it('asks an old job again in the form', async () => {
    open(['trader'], [job({ status: 'failed', code: 'too-short', detail: 'Too few bars.' })], '/research?job=j1');
    expect((await screen.findByRole('alert')).textContent).toContain('Too few bars. (too-short)');
    await userEvent.click(screen.getByRole('button', { name: 'Ask this again' }));
    expect(screen.getByLabelText<HTMLInputElement>('fdr').value).toBe('0.1');
  });

  it('shows the measures of a backtest with its equity', async () => {
    open(['viewer'], [job({ method: 'pair-backtest', status: 'succeeded' })], '/research?job=j1');
    expect(await screen.findByText('1.25')).toBeTruthy();
    expect(screen.getByRole('img', { name: /Equity per traded bar/ })).toBeTruthy();
    expect(screen.getByText('1 trade')).toBeTruthy();
  });

  it('says where a study saw the future', async () => {
    open(['viewer'], [job({ method: 'lookahead-check', status: 'succeeded' })], '/research?job=j1');
    expect(await screen.findByText(/score at 2020-01-02 changes when the bars after 2020-01-09/)).toBeTruthy();
  });
});
