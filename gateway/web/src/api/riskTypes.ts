export interface KillSwitch {
  state: 'active' | 'reduce-only' | 'halted';
  flatten: boolean;
  reason: string;
  by: string;
  at: string | null;
  /** What a desk that is being flattened still holds. */
  held?: { pairId: string; instruments: string[]; attempts: number; denied: string; gaveUp: boolean }[];
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
  factors: FactorExposure;
  liquidity: BookLiquidity;
}

/** What the book's results follow. A factor without a beta says why in its code: what is unknown is never zero. */
export interface FactorExposure {
  /** Daily returns that the betas were fitted on; 0 when nothing was. */
  historyDays: number;
  /** Share of the variance of the book's results that the factors explain together. */
  rSquared: number | null;
  /** beta: change of the book, fraction of net asset value, per unit of the factor's return, the other factors held. */
  factors: {
    name: string;
    instrumentId: string;
    beta: number | null;
    code: 'unknown-instrument' | 'insufficient-history' | 'prices-invalid' | 'does-not-vary' | 'follows-others' | null;
  }[];
}

/** The book sold evenly at a share of the daily volume. Losses are fractions of net asset value, null while a volume is unknown. */
export interface BookLiquidity {
  /** Share of the daily volume that is taken. */
  participation: number;
  /** Days that volumes are averaged over, at most. */
  volumeDays: number;
  /** Until the slowest instrument is gone; null while a volume is unknown. */
  days: number | null;
  var95: number | null;
  cvar95: number | null;
  var99: number | null;
  cvar99: number | null;
  /** Instruments whose volume nobody tells, or that were not traded. */
  unknown: string[];
}

export interface AssetLiquidity {
  /** Units a day, averaged; null when nobody tells them. */
  dailyVolume: number | null;
  /** Days that the average is of. */
  volumeDays: number;
  days: number | null;
  /** One-day risk times this is the risk until it is gone. */
  riskScale: number | null;
  var95: number | null;
  cvar95: number | null;
  code: 'volume-unknown' | 'not-traded' | null;
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
  /** By the factor's name, of the instrument's own returns; empty while unknown. */
  factorBetas: Record<string, number>;
  factorRSquared: number | null;
  liquidity: AssetLiquidity;
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
  /** externalValue: what of the value is not the desk's; it counts. */
  positions: { instrumentId: string; value: number; loss: number; externalValue: number }[];
  /** Positions in the desk's accounts that count in no number here, and why. */
  leftOut: LeftOut[];
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
  leftOut: LeftOut[];
}

export interface LeftOut {
  venue: string;
  account: string;
  instrumentId: string;
  quantity: number;
  /** never-listed: it has no price here. not-simulated: breakers neither see nor sell what is not the desk's. */
  code: 'never-listed' | 'not-simulated';
}
