/** The shapes that the fields of a result come in. */
export type Shape = 'scalar' | 'vector' | 'matrix' | 'matrices' | 'rows' | 'record' | 'empty';

const isScalar = (value: unknown) => value === null || typeof value !== 'object';
const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

export function shapeOf(value: unknown): Shape {
  if (isScalar(value)) return 'scalar';
  if (isRecord(value)) return 'record';
  const items = value as unknown[];
  if (items.length === 0) return 'empty';
  if (items.every(isScalar)) return 'vector';
  if (items.every(isRecord)) return 'rows';
  return items.every((item) => Array.isArray(item) && item.every(isScalar)) ? 'matrix' : 'matrices';
}

/** traceCriticalValues reads Trace critical values; a name that is not a field's (5%, ar-1) stays as it is. */
export function fieldName(name: string): string {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return name;
  const words = name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, capital: string) => `${before} ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Six significant digits; the rest is in what is saved. */
export function figure(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') return String(value);
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return value.toLocaleString('en-US');
  return size >= 1e-4 && size < 1e9 ? value.toLocaleString('en-US', { maximumSignificantDigits: 6 }) : value.toExponential(5);
}
