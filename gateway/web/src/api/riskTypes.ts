export interface KillSwitch {
  state: 'active' | 'reduce-only' | 'halted';
  flatten: boolean;
  reason: string;
  by: string;
  at: string | null;
}

export interface RiskLimit {
  name: string;
  value: number;
  unit: string;
  minimum: number;
  maximum: number;
  description: string;
  changedBy?: string | null;
  changedAt?: string | null;
}

export interface Verdict {
  decisionId: string;
  pairId: string;
  verdict: 'cleared' | 'vetoed';
  reasons: { code: string; detail: string }[];
  stages?: Stage[];
  at: string;
}

/** One stage of the pre-trade chain and the numbers it looked at; a limit is null where a number is only reported. */
export interface Stage {
  stage: string;
  outcome: string;
  codes: string[];
  inputs: { name: string; value: number; limit: number | null; unit: string }[];
}

export interface LimitChange {
  version: number;
  oldValue: number;
  newValue: number;
  reason: string;
  by: string;
  at: string;
}

export interface Breaker {
  name: string;
  tier: 'closed' | 'pause-entries' | 'reduce-only' | 'flatten' | 'stop';
  reading: number | null;
  value: number;
  limit: number;
  unit: string;
  reason: string;
  by: string;
  at: string | null;
}

export interface RestrictedInstrument {
  instrumentId: string;
  reason: string;
  by: string;
  at: string;
}

export interface ExposureBucket {
  name: string;
  gross: number;
  net: number;
}

export interface RiskMeasures {
  currency: string;
  netAssetValue: number;
  grossExposure: number;
  netExposure: number;
  var95: number | null;
  cvar95: number | null;
  var99: number | null;
  cvar99: number | null;
  volatility: number | null;
  historyDays: number;
  assets: AssetRisk[];
  byAssetClass: ExposureBucket[];
  bySector: ExposureBucket[];
  byPair: ExposureBucket[];
  cash: { currency: string; balance: number; value: number | null }[];
  /** Positions (no orderId) and orders in the desk's accounts that are not the desk's. */
  external: { venue: string; account: string; instrumentId: string; orderId: string | null; quantity: number; value: number | null }[];
  ewmaVolatility: number | null;
  garchVolatility: number | null;
  harVolatility: number | null;
  maximumDrawdown: number | null;
  effectiveAssets: number;
  largestShare: number;
}

/** One instrument; its component is its part of the book's CVaR, beta and correlation are to the book's results. */
export interface AssetRisk {
  instrumentId: string;
  assetClass: string;
  sector: string;
  value: number;
  worst: number;
  cvar95: number | null;
  componentCvar95: number | null;
  marginalCvar95: number | null;
  beta: number | null;
  correlation: number | null;
}

/** A scenario on today's book; a loss is above zero, shares are of net asset value. */
export interface StressReport {
  name: string;
  source: string;
  assets: Record<string, number>;
  currencies: Record<string, number>;
  currency: string;
  netAssetValue: number;
  loss: number;
  lossShare: number;
  breakingMultiple: number | null;
  positions: { instrumentId: string; value: number; loss: number }[];
  /** Of a scenario that is drawn; its loss is the mean of the worst hundredth. */
  drawn?: { draws: number; seed: number; median: number; loss95: number; loss99: number; worst: number } | null;
}

/** Historical scenarios on today's book, and the names of those that are drawn. */
export interface ScenarioList {
  scenarios: StressReport[];
  models: { name: string; source: string }[];
}

/** A number over paths. */
export interface Spread {
  median: number;
  p95: number;
  p99: number;
  worst: number;
}

/** What paths did to today's book; fractions of net asset value, probabilities 0 to 1. */
export interface ChaosReport {
  model: string;
  source: string;
  paths: number;
  steps: number;
  seed: number;
  currency: string;
  netAssetValue: number;
  drawdown: Spread;
  loss: Spread;
  tiers: { tier: string; probability: number }[];
  daysToBreaker: Spread | null;
  lossAfter: Spread | null;
  limits: { name: string; value: number; probability: number }[];
}
