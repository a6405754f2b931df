/** What /api/analytics says; docs/analytics.md names the fields of each result. */
export interface MethodOption {
  name: string;
  type: 'text' | 'whole' | 'number' | 'flag';
  description: string;
  default: string | number | boolean | null;
  allowed: string[] | null;
  required?: boolean;
}

export interface Method {
  name: string;
  kind: 'statistic' | 'job';
  description: string;
  minSeries: number;
  maxSeries: number;
  options: MethodOption[];
}

/** A request for a statistic or a job. Without instruments a job takes the whole stored panel. */
export interface AnalyticsRequest {
  method?: string;
  instruments?: string[];
  from?: string;
  to?: string;
  log?: boolean;
  options?: Record<string, string | number | boolean>;
}

export interface StatisticReply {
  method: string;
  series: string[];
  rows: number;
  from: string | null;
  to: string | null;
  feed?: string | null;
  interval?: string | null;
  leftOut?: string[];
  result: Record<string, unknown>;
}

export interface Job {
  jobId: string;
  method: string;
  status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'interrupted';
  progress: number;
  by: string;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  code: string | null;
  detail: string | null;
  request: AnalyticsRequest;
}

export interface ScreenedPair {
  a: string;
  b: string;
  statistic: number;
  pValue: number;
  qValue: number;
  halfLife: number | null;
  hedgeRatio: number;
  confirmed: boolean;
  objections: string[];
}

export interface ScreenResult {
  pairs: ScreenedPair[];
  tested: number;
  refused: { a: string; b: string; code: string }[];
  fdr: number;
  elapsedSeconds: number;
}

export interface BacktestResult {
  pair: string[];
  bars: number;
  rule: { entry: number; exit: number; stop: number | null; maxHold: number };
  profitAndLoss: number;
  capital: number;
  totalReturn: number;
  cagr: number;
  volatility: number;
  sharpe: number;
  sortino: number;
  calmar: number;
  maxDrawdown: number;
  cvar95: number;
  hitRate: number;
  turnover: number;
  exposure: number;
  costs: number;
  probabilisticSharpe: number;
  trials: number;
  deflatedSharpe: number;
  bootstrap: { paths: number; totalReturn: number[]; sharpe: number[]; maxDrawdown: number[]; lossProbability: number };
  trades: { entry: string; exit: string; direction: number; quantityA: number; quantityB: number; profitAndLoss: number }[];
  equity: number[];
}

export interface LookAheadResult {
  honest: boolean;
  outputs: string[];
  cuts: number;
  violation?: { output: string; bar: string; cut: string; withFuture: number | null; withoutFuture: number | null };
}

export const endedStatuses: readonly Job['status'][] = ['succeeded', 'failed', 'cancelled', 'interrupted'];
