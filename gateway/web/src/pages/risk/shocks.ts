export const assetClasses = ['equity', 'option', 'future', 'fx', 'crypto', 'index'] as const;

/** The form of a stress: percentages as typed. */
export interface Shocks {
  scenario: string;
  multiple: string;
  assets: Record<string, string>;
  currency: string;
  currencyMove: string;
}

export type StressBody =
  | { scenario: string; multiple: number }
  | { multiple: number; assets?: Record<string, number>; currencies?: Record<string, number> };

/** The request, or why there is none yet. */
export function shockBody(shocks: Shocks): { body: StressBody } | { objection: string } {
  const multiple = parsed(shocks.multiple);
  if (multiple === undefined || multiple <= 0) return { objection: 'The multiple is a number above 0.' };
  if (shocks.scenario !== '') return { body: { scenario: shocks.scenario, multiple } };
  const assets: Record<string, number> = {};
  for (const name of assetClasses) {
    const text = (shocks.assets[name] ?? '').trim();
    if (text === '') continue;
    const percentage = parsed(text);
    if (percentage === undefined) return { objection: `${name} is a percentage, for example -20.` };
    assets[name] = percentage / 100;
  }
  const code = shocks.currency.trim().toUpperCase();
  const move = parsed(shocks.currencyMove);
  if ((code !== '' || shocks.currencyMove.trim() !== '') && (code === '' || move === undefined)) {
    return { objection: 'A currency needs its code and a percentage.' };
  }
  const any = Object.keys(assets).length > 0;
  if (!any && code === '') return { objection: 'Give a move of an asset class or a currency.' };
  return { body: { multiple, ...(any ? { assets } : {}), ...(code !== '' ? { currencies: { [code]: move! / 100 } } : {}) } };
}

function parsed(text: string): number | undefined {
  const trimmed = text.trim();
  const value = Number(trimmed);
  return trimmed !== '' && Number.isFinite(value) ? value : undefined;
}
