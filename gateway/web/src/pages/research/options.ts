import type { AnalyticsRequest, Method, MethodOption } from './types';

/** What the form holds: an option's text as typed; a flag as 'true' or ''. */
export type OptionTexts = Record<string, string>;

/** The form of a request. */
export interface Draft {
  method: string;
  instruments: string[];
  from: string;
  to: string;
  log: boolean;
  options: OptionTexts;
}

export const emptyDraft: Draft = { method: '', instruments: [], from: '', to: '', log: false, options: {} };

/** Only what was changed is sent: the defaults are the server's to know. */
export function requestOf(draft: Draft, method: Method): AnalyticsRequest {
  const options: NonNullable<AnalyticsRequest['options']> = {};
  for (const option of method.options) {
    const text = (draft.options[option.name] ?? '').trim();
    if (text !== '' && text !== String(option.default ?? '')) options[option.name] = valueOf(option, text);
  }
  return {
    ...(method.kind === 'job' ? { method: method.name } : {}),
    ...(draft.instruments.length > 0 ? { instruments: draft.instruments } : {}),
    ...(draft.from ? { from: draft.from } : {}),
    ...(draft.to ? { to: draft.to } : {}),
    ...(draft.log ? { log: true } : {}),
    ...(Object.keys(options).length > 0 ? { options } : {}),
  };
}

/** A request that was sent, back in the form. */
export function draftOf(method: string, request: AnalyticsRequest): Draft {
  const options = Object.entries(request.options ?? {}).map(([name, value]) => [name, value === false ? '' : String(value)] as const);
  return {
    method,
    instruments: request.instruments ?? [],
    from: (request.from ?? '').slice(0, 10),
    to: (request.to ?? '').slice(0, 10),
    log: request.log ?? false,
    options: Object.fromEntries(options),
  };
}

/** Why this cannot be sent yet, or undefined. What an option may hold beyond its type is the server's to say. */
export function objection(draft: Draft, method: Method): string | undefined {
  const count = draft.instruments.length;
  const all = method.kind === 'job' && count === 0 && method.maxSeries === null;
  if (!all && count < method.minSeries) return `Choose ${seriesCount(method)}.`;
  if (method.maxSeries !== null && count > method.maxSeries) return `Choose ${seriesCount(method)}: ${count} are chosen.`;
  if (draft.from && draft.to && draft.from > draft.to) return 'The first day is after the last.';
  const wrong = method.options.find((option) => !fits(option, (draft.options[option.name] ?? '').trim()));
  return wrong && `${wrong.name} is a ${wrong.type === 'whole' ? 'whole number' : 'number'}.`;
}

export function seriesCount({ minSeries, maxSeries }: Method): string {
  if (maxSeries === null) return `${minSeries} or more instruments`;
  if (maxSeries === minSeries) return minSeries === 1 ? 'one instrument' : `${minSeries} instruments`;
  return `${minSeries} to ${maxSeries} instruments`;
}

export function fits(option: MethodOption, text: string): boolean {
  if (text === '' || option.type === 'text' || option.type === 'flag') return true;
  return option.type === 'whole' ? /^[+-]?\d+$/.test(text) : Number.isFinite(Number(text));
}

function valueOf(option: MethodOption, text: string): string | number | boolean {
  if (option.type === 'flag') return true;
  return option.type === 'text' ? text : Number(text);
}
