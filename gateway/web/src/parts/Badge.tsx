const tones: Record<string, string> = {
  healthy: 'good', ready: 'good', running: 'good', filled: 'good', approved: 'good', cleared: 'good', passed: 'good', 'would be cleared': 'good', completed: 'good', active: 'good', long: 'good', closed: 'good', succeeded: 'good', confirmed: 'good',
  waiting: 'warn', silent: 'warn', blocked: 'warn', pending: 'warn', queued: 'warn', objected: 'warn', holding: 'warn', accepted: 'warn', submitted: 'warn', 'partially-filled': 'warn', 'reduce-only': 'warn', trader: 'warn', degraded: 'warn', 'pause-entries': 'warn',
  declined: 'bad', failed: 'bad', interrupted: 'bad', lapsed: 'bad', vetoed: 'bad', 'would be vetoed': 'bad', rejected: 'bad', denied: 'bad', unknown: 'bad', halted: 'bad', unhealthy: 'bad', unreachable: 'bad', senior: 'bad', short: 'bad', flatten: 'bad', stop: 'bad',
};

export function Badge({ value }: { value: string }) {
  return <span className={`badge ${tones[value] ?? ''}`}>{value}</span>;
}
