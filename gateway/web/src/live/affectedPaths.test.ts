import { describe, expect, it } from 'vitest';
import { affectedPaths } from './affectedPaths';

describe('affected paths', () => {
  it('a fill makes orders, fills, the book and its decision out of date', () => {
    expect(affectedPaths('order-filled')).toEqual(
      expect.arrayContaining(['/api/orders', '/api/fills', '/api/positions', '/api/portfolio', '/api/decisions']),
    );
  });

  it('an event it does not know refreshes nothing', () => {
    expect(affectedPaths('something-else')).toEqual([]);
  });
});
