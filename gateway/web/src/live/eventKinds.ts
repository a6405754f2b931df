/** Kinds of events that the journal records. */
export const journaledKinds = [
  'access-recorded', 'bar-closed', 'bar-quarantined', 'bars-backfilled', 'breaker-changed', 'commission-booked',
  'external-holding-changed', 'external-order-changed', 'feed-freshness-changed', 'fill-corrected', 'instrument-listed', 'order-accepted',
  'order-alert-raised', 'order-cleared', 'order-closed', 'order-denied', 'order-filled', 'order-outcome-unknown', 'order-rejected',
  'order-resolved', 'order-submitted', 'order-vetoed', 'pair-order-closed', 'pairs-selected', 'portfolio-valued', 'position-changed',
  'position-mismatch-changed', 'proposal-approved', 'proposal-created', 'proposal-declined', 'proposal-vote-recorded',
  'restricted-list-changed', 'risk-limit-changed', 'signal-generated', 'slice-executed', 'slice-scored', 'trading-state-changed',
  'venue-comparison-changed',
];
