import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { journaledKinds } from './eventKinds';

// docs/events.md is written from the contracts by a test of theirs.
it('the kinds of the journal are those of the contracts', () => {
  const told = readFileSync('../../docs/events.md', 'utf8').matchAll(/`superintel\.v1\.([a-z-]+)`/g);
  const kinds = new Set([...told].map(([, kind]) => kind!));
  expect([...kinds].filter((kind) => !['journal-entry-recorded', 'analytics-job-progressed'].includes(kind)).sort()).toEqual(journaledKinds);
});
