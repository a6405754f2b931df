const orders = ['/api/orders', '/api/fills'];
const book = ['/api/positions', '/api/portfolio'];

const paths: Record<string, string[]> = {
  'bar-closed': ['/api/pairs', '/api/replay'],
  'feed-freshness-changed': ['/api/instruments'],
  'pairs-selected': ['/api/pairs'],
  'signal-generated': ['/api/signals', '/api/decisions'],
  'proposal-created': ['/api/proposals', '/api/decisions'],
  'proposal-vote-recorded': ['/api/proposals', '/api/decisions'],
  'proposal-approved': ['/api/proposals', '/api/decisions'],
  'proposal-declined': ['/api/proposals', '/api/decisions'],
  'order-cleared': ['/api/risk/verdicts', '/api/decisions'],
  'order-vetoed': ['/api/risk/verdicts', '/api/decisions'],
  'order-denied': ['/api/decisions', '/api/risk/kill-switch'],
  'order-alert-raised': ['/api/risk/kill-switch'],
  'order-submitted': orders,
  'order-accepted': orders,
  'order-filled': [...orders, ...book, '/api/decisions'],
  'fill-corrected': [...orders, ...book, '/api/decisions'],
  'commission-booked': ['/api/fills', ...book, '/api/decisions'],
  'order-rejected': orders,
  'order-closed': orders,
  'external-order-changed': ['/api/orders', '/api/risk/measures'],
  'external-holding-changed': ['/api/reconciliation'],
  'position-mismatch-changed': ['/api/reconciliation', '/api/risk/measures'],
  'venue-comparison-changed': ['/api/reconciliation', '/api/system/fleet'],
  'pair-order-closed': ['/api/decisions', '/api/risk/kill-switch'],
  'position-changed': [...book, '/api/risk/measures'],
  'portfolio-valued': ['/api/portfolio', '/api/risk/measures', '/api/risk/breakers'],
  'trading-state-changed': ['/api/risk/kill-switch'],
  'risk-limit-changed': ['/api/risk/limits'],
  'restricted-list-changed': ['/api/risk/restricted'],
  'breaker-changed': ['/api/risk/breakers'],
  'journal-entry-recorded': ['/api/journal?'],
};

/** Paths of the queries that an event puts out of date. */
export function affectedPaths(type: string): string[] {
  return paths[type] ?? [];
}
