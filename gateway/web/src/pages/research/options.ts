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

// Names the two series of a study, A,B: the form has them already as the chosen instruments.
const pairOption = 'pair';

export const emptyDraft: Draft = { method: '', instruments: [], from: '', to: '', log: false, options: {} };

/** Only what was changed is sent: the defaults are the server's to know. */
export function requestOf(draft: Draft, method: Method): AnalyticsRequest {
  const options: NonNullable<AnalyticsRequest['options']> = {};
  if (namesPair(method)) options[pairOption] = draft.instruments.join(',');
  for (const option of formOptions(method)) {
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
  const options = Object.entries(request.options ?? {})
    .filter(([name]) => name !== pairOption)
    .map(([name, value]) => [name, value === false ? '' : String(value)] as const);
  return {
    method,
    instruments: chosenIn(request),
    from: (request.from ?? '').slice(0, 10),
    to: (request.to ?? '').slice(0, 10),
    log: request.log ?? false,
    options: Object.fromEntries(options),
  };
}

/** Why this cannot be sent yet, or undefined. What an option may hold beyond its type is the server's to say. */
export function objection(draft: Draft, method: Method): string | undefined {
  const count = draft.instruments.length;
  if (count < method.minSeries && !(count === 0 && takesAll(method))) return `Choose ${seriesCount(method)}.`;
  if (count > method.maxSeries) return `Choose ${seriesCount(method)}: ${count} are chosen.`;
  if (draft.from && draft.to && draft.from > draft.to) return 'The first day is after the last.';
  const empty = formOptions(method).find((option) => option.required && (draft.options[option.name] ?? '').trim() === '');
  if (empty) return `${empty.name} is needed.`;
  const wrong = method.options.find((option) => !fits(option, (draft.options[option.name] ?? '').trim()));
  return wrong && `${wrong.name} is a ${wrong.type === 'whole' ? 'whole number' : 'number'}.`;
}

export function seriesCount({ minSeries, maxSeries }: Method): string {
  if (maxSeries === minSeries) return minSeries === 1 ? 'one instrument' : `${minSeries} instruments`;
  return `${minSeries} to ${maxSeries.toLocaleString('en-US')} instruments`;
}

/** Whether none chosen means all of the stored panel. */
export function takesAll(method: Method): boolean {
  return method.kind === 'job' && !namesPair(method);
}

export function formOptions(method: Method): MethodOption[] {
  return method.options.filter((option) => option.name !== pairOption);
}

/** The instruments of a request, whichever way it names them; empty for all. */
export function chosenIn(request: AnalyticsRequest): string[] {
  const pair = request.options?.[pairOption];
  return request.instruments ?? (typeof pair === 'string' ? pair.split(',').map((name) => name.trim()) : []);
}

function namesPair(method: Method): boolean {
  return method.options.some((option) => option.name === pairOption);
}

export function fits(option: MethodOption, text: string): boolean {
  if (text === '' || option.type === 'text' || option.type === 'flag') return true;
  return option.type === 'whole' ? /^[+-]?\d+$/.test(text) : Number.isFinite(Number(text));
}

function valueOf(option: MethodOption, text: string): string | number | boolean {
  if (option.type === 'flag') return true;
  return option.type === 'text' ? text : Number(text);
}
