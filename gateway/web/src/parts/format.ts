// A day, or a time with its zone: without one a browser would take its own.
const instant = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/;
const integer = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A number with a fixed count of decimals, or a dash when it is not known. */
export function number(value: number | null | undefined, decimals = 2): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  const text = value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** A number with as many decimals as it needs, at most four. */
export function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

/** Units of an instrument: whole shares as they are, coins to the last part that venues trade. */
export function quantity(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toLocaleString('en-US', { maximumFractionDigits: 8 });
}

/** A price with at least its cents; below one, to the eighth decimal, so that a cheap coin does not read zero. */
export function price(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: Math.abs(value) < 1 ? 8 : 4 });
}

export function money(value: number | null | undefined, currency = ''): string {
  if (value === null || value === undefined) return '–';
  return `${Math.abs(value) >= 10_000 ? integer.format(value) : number(value)}${currency ? ` ${currency}` : ''}`;
}

export function percent(value: number | null | undefined, decimals = 2): string {
  return value === null || value === undefined ? '–' : `${number(value * 100, decimals)} %`;
}

/** UTC, as everything in the desk is; the time of day only when there is one. What is no instant stays as it is. */
export function time(iso: string | null | undefined): string {
  if (!iso) return '–';
  if (!instant.test(iso)) return iso;
  const text = new Date(iso).toISOString();
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** One instrument against the whole book, not a pair. */
export function isHedge(pairId: string): boolean {
  return pairId.startsWith('hedge~');
}

/** KO.XNYS~PG.XNYS reads KO / PG, hedge~SPY.ARCX reads SPY hedge. */
export function pairName(pairId: string): string {
  if (isHedge(pairId)) return `${pairName(pairId.slice('hedge~'.length))} hedge`;
  return pairId.split('~').map((id) => id.slice(0, id.lastIndexOf('.')) || id).join(' / ');
}

/** order-filled reads Order filled. */
export function sentence(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
