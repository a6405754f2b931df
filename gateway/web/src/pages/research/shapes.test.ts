import { describe, expect, it } from 'vitest';
import { fieldName, figure, shapeOf } from './shapes';

describe('shapes of a result', () => {
  it('tells what a field is', () => {
    const fields = [1, null, [1, 'a'], [[1], [2]], [[[1]]], [{ a: 1 }], { a: 1 }, []];
    expect(fields.map(shapeOf)).toEqual(['scalar', 'scalar', 'vector', 'matrix', 'matrices', 'rows', 'record', 'empty']);
  });

  it('reads names of fields as words and leaves others alone', () => {
    expect(['traceCriticalValues', 'aic', 'pValue', '5%', 'KO.XNYS'].map(fieldName)).toEqual(['Trace critical values', 'Aic', 'P value', '5%', 'KO.XNYS']);
  });

  it('shows six digits, and what is very small or large by its power', () => {
    expect([1234567, 0.123456789, 1.5e-7, -2.5e12 - 0.5, true, null].map(figure)).toEqual(['1,234,567', '0.123457', '1.50000e-7', '-2.50000e+12', 'yes', '–']);
  });
});
