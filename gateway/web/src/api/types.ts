export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Pair {
  pairId: string;
  instrumentA: string;
  instrumentB: string;
  intercept: number;
  hedgeRatio: number;
  statistic: number;
  pValue: number;
  qValue: number;
  tested: number;
  halfLifeBars: number;
  correlation: number;
  selectedAt: string;
  zScore: number | null;
  stance: 'flat' | 'long' | 'short';
}

export interface SpreadPoint {
  at: string;
  priceA: number;
  priceB: number;
  spread: number;
  mean: number | null;
  standardDeviation: number | null;
  zScore: number | null;
}

export interface Leg {
  leg: number;
  instrumentId: string;
  side: 'buy' | 'sell';
  quantity: number;
  referencePrice: number;
  currency: string;
}

export interface Proposal {
  proposalId: string;
  decisionId: string;
  pairId: string;
  intent: 'open' | 'close';
  tier: 'auto' | 'trader' | 'senior';
  tierReason: string;
  status: 'pending' | 'approved' | 'declined' | 'lapsed';
  legs: Leg[];
  notional: number;
  currency: string;
  direction: number;
  confidence: number;
  zScore: number;
  reason: string;
  createdAt: string;
  expiresAt: string;
  votes: { by: string; vote: string; comment: string; at: string }[];
  decidedAt?: string | null;
  code?: string | null;
  kind: 'pair' | 'hedge';
  proposedBy: string;
  sizing: { stage: string; name: string; value: number; limit: number | null; unit: string }[];
}

/** One hedge of the book's tail; a put is only advice. */
export interface HedgeAdvice {
  adviceId: string;
  instrumentId: string;
  kind: 'inverse' | 'put';
  value: number;
  cvarBefore: number;
  cvarAfter: number;
  reliefPerCost: number | null;
  totalCost: number;
}

export interface HedgeReport {
  advisedAt: string;
  currency: string;
  cvar95: number;
  terms: unknown;
  hedges: HedgeAdvice[];
}

export interface Order {
  clientOrderId: string;
  decisionId: string;
  pairId: string;
  purpose: string;
  venue: string;
  instrumentId: string;
  side: string;
  quantity: number;
  orderType: string | null;
  limitPrice: number | null;
  source: 'desk' | 'external';
  acknowledgedBy?: string | null;
  status: string;
  cumulativeQuantity: number;
  leavesQuantity: number;
  averagePrice: number | null;
  submittedAt: string;
}

export interface Fill {
  executionId: string;
  /** What the entry does: a reversal takes back what the venue corrected, a commission is a cost that was told later. */
  entry: 'execution' | 'reversal' | 'commission';
  /** Counts what the venue said of the execution: above 1 it is a correction. */
  revision: number;
  clientOrderId: string;
  decisionId: string;
  pairId: string;
  venue: string;
  instrumentId: string;
  side: string;
  /** Units that the entry adds: below zero for a reversal. */
  quantity: number;
  price: number;
  currency: string;
  /** Null: the venue had not told it yet. */
  commission: number | null;
  commissionCurrency: string;
  slippage: number;
  /** Units that the venue kept as its fee: they are the commission. */
  feeQuantity: number;
  /** Units by which the position moved less than the quantity. */
  withheldQuantity: number;
  occurredAt: string;
}

export interface Position {
  pairId: string;
  instrumentId: string;
  quantity: number;
  averagePrice: number;
  lastPrice: number | null;
  currency: string;
  marketValue: number | null;
  unrealizedPnl: number | null;
  realizedPnl: number;
}

export interface Portfolio {
  currency: string;
  netAssetValue: number;
  cash: number;
  grossExposure: number;
  netExposure: number;
  realizedPnl: number;
  unrealizedPnl: number;
  commissions: number;
  borrow: number;
  funding: number;
  drawdown: number;
  cvar95: number | null;
  asOf: string | null;
  openPositions: number;
}

export interface EquityPoint {
  at: string;
  netAssetValue: number;
  drawdown: number;
}

export interface JournalEntry {
  sequence: number;
  kind: string;
  eventId: string;
  decisionId: string;
  occurredAt: string;
  recordedAt: string;
  traceId?: string | null;
  hash: string;
}

export interface Verification {
  valid: boolean;
  entries: number;
  headHash: string;
  firstBroken: { sequence: number; code: string; detail: string } | null;
  elapsedSeconds: number;
}

export interface Story {
  decisionId: string;
  pairId: string;
  status: string;
  complete: boolean;
  pnl: number | null;
  /** Commissions that are not in the P&L, for want of a rate. */
  unconvertedCommissions?: { currency: string; amount: number }[];
  traceId?: string | null;
  steps: { sequence: number; kind: string; at: string; title: string; detail: string; payload: unknown }[];
}

export interface FleetPart {
  name: string;
  health: string;
  detail?: string | null;
}

export interface Replay {
  state: string;
  slicesPerSecond: number;
  position: string | null;
  to: string | null;
  published: number;
  remaining: number;
}

export interface QuarantinedBar {
  number: number;
  instrumentId: string;
  closedAt: string;
  close: number | null;
  failures: string[];
}

export interface Instrument {
  instrumentId: string;
  name: string;
  assetClass: string;
  currency: string;
  tradable: boolean;
  sector: string;
  lastBarAt: string | null;
  stale: boolean;
  staleReason: string;
}
