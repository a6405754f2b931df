import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Values } from './Values';

vi.mock('lightweight-charts', () => ({
  ColorType: { Solid: 'solid' },
  LineSeries: {},
  createChart: () => ({ addSeries: () => ({ setData: () => undefined }), remove: () => undefined, timeScale: () => ({ fitContent: () => undefined }) }),
}));

const rows = (name: string) => within(screen.getByRole('region', { name })).getAllByRole('row').length - 1;

describe('values of a result', () => {
  afterEach(cleanup);

  it('come as one table of single values, and a table for each vector, matrix and list', () => {
    render(
      <Values
        values={{
          rank: 1, converged: true, eigenvalues: [0.04, 0.002], traceCriticalValues: [[13.4, 15.5, 19.9], [2.7, 3.8, 6.6]],
          fits: [{ family: 'clayton', parameters: [1.5] }, { family: 'frank', parameters: [] }], criticalValues: { '5%': -2.87 }, shocks: [[[1, 2], [3, 4]]], noise: [],
        }}
      />,
    );
    expect([rows('Values'), rows('Eigenvalues'), rows('Trace critical values'), rows('Fits'), rows('Critical values'), rows('Shocks 1')]).toEqual([2, 2, 2, 2, 1, 2]);
    expect(screen.getByRole('columnheader', { name: '95 %' })).toBeTruthy();
    expect(screen.getByText('Noise: none')).toBeTruthy();
    expect(screen.getByText('yes')).toBeTruthy();
  });

  it('that are long come as a chart, their figures cut at a bound that is said', () => {
    render(<Values values={{ variances: Array.from({ length: 700 }, (_, index) => index / 7) }} />);
    expect(screen.getByRole('img', { name: 'Variances, 700 bars' })).toBeTruthy();
    expect(screen.getByText('700 rows')).toBeTruthy();
    expect(screen.getByText(/The first 500 of 700/)).toBeTruthy();
  });

  it('that are long names are listed, not drawn', () => {
    render(<Values values={{ noise: Array.from({ length: 40 }, (_, index) => `S${index}`) }} />);
    expect(screen.queryByRole('img')).toBeNull();
    expect(rows('Noise')).toBe(40);
  });
});
