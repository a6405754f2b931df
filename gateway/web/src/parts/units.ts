import { money, number } from './format';

// Shares are stored as fractions and read in percent, of what the unit says.
const shares: Record<string, string> = { 'fraction-of-nav': '% of NAV', 'fraction-of-value': '% of value', fraction: '%', share: '%' };
const unsaid = ['ratio', 'correlation', 'count'];

/** What a number of this unit is multiplied by before a person reads or writes it. */
export function scaleOf(unit: string): number {
  return unit in shares ? 100 : 1;
}

/** The unit as a person reads it; empty for pure numbers. */
export function unitName(unit: string): string {
  if (unit === 'switch') return '0 off, 1 on';
  return shares[unit] ?? (unsaid.includes(unit) ? '' : unit.replaceAll('-', ' '));
}

/** 0.05 of unit fraction-of-nav reads 5 % of NAV. */
export function measured(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return '–';
  if (/^[A-Z]{3,10}$/.test(unit)) return money(value, unit);
  if (unit === 'switch') return value === 0 ? 'off' : 'on';
  const text = (value * scaleOf(unit)).toLocaleString('en-US', { maximumFractionDigits: unit === 'correlation' ? 2 : 3 });
  const name = unitName(unit);
  return name === '' ? text : `${text} ${name}`;
}

/** The number that is stored for what a person wrote; undefined when it is none. Rounded, so that 2.9 % is 0.029 and not its neighbour. */
export function stored(text: string, unit: string): number | undefined {
  const written = Number(text.trim());
  return text.trim() === '' || !Number.isFinite(written) ? undefined : Number((written / scaleOf(unit)).toPrecision(12));
}

/** What a person would have written for it. */
export function written(value: number, unit: string): string {
  return String(Number((value * scaleOf(unit)).toPrecision(12)));
}

/** A probability: what never came of so many draws is not impossible. */
export function probability(value: number, draws: number): string {
  return value === 0 ? `< ${number(100 / draws, draws > 1_000 ? 2 : 1)} %` : `${number(value * 100)} %`;
}
