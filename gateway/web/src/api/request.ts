import { ApiError, type Place } from './ApiError';

export type Requester = <T>(path: string, init?: { method?: string; body?: unknown }) => Promise<T>;

/** Requests with the session's token; `onUnauthorized` is called when the token is no longer accepted. */
export function requester(token: () => string | undefined, onUnauthorized: () => void): Requester {
  return async <T>(path: string, init: { method?: string; body?: unknown } = {}): Promise<T> => {
    const headers: Record<string, string> = { Accept: 'application/json' };
    const bearer = token();
    if (bearer) headers.Authorization = `Bearer ${bearer}`;
    if (init.body !== undefined) headers['Content-Type'] = 'application/json';
    const body = init.body === undefined ? undefined : JSON.stringify(init.body);
    const response = await fetch(path, { method: init.method ?? 'GET', headers, body });
    const text = await response.text();
    const json = parse(text);
    if (response.ok) return json as T;
    if (response.status === 401 && bearer) onUnauthorized();
    const problem = (json ?? {}) as { code?: string; detail?: string; title?: string } & Place;
    throw new ApiError(
      response.status,
      problem.code ?? `http-${response.status}`,
      problem.detail ?? problem.title ?? response.statusText,
      { series: problem.series, row: problem.row },
    );
  };
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined; // a proxy's error page: the status says enough
  }
}
