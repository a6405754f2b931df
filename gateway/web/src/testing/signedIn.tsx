import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { vi } from 'vitest';
import { SessionProvider } from '../auth/Session';

export interface Sent {
  path: string;
  body: unknown;
}

/** A page as a signed-in person sees it. `answer` stands in for the gateway: a response, or a body that is sent with 200. */
export function signedIn(page: ReactElement, roles: string[], answer: (path: string, method: string) => unknown, address = '/') {
  const asked = vi.fn(async (path: string, init?: RequestInit) => {
    const given = answer(path, init?.method ?? 'GET');
    return given instanceof Response ? given : new Response(JSON.stringify(given));
  });
  vi.stubGlobal('fetch', asked);
  sessionStorage.setItem('superintel.session', JSON.stringify({ user: 'ada', accessToken: 't', expiresAt: '2999-01-01T00:00:00Z', roles }));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SessionProvider>
        <MemoryRouter initialEntries={[address]}>{page}</MemoryRouter>
      </SessionProvider>
    </QueryClientProvider>,
  );
  /** What was sent with this method, in order. */
  return (method: string): Sent[] =>
    asked.mock.calls.filter(([, init]) => init?.method === method).map(([path, init]) => ({ path, body: JSON.parse(String(init?.body)) }));
}

/** A refusal of the gateway. */
export function refusal(status: number, code: string, detail: string): Response {
  return new Response(JSON.stringify({ code, detail }), { status });
}

export function signedOut() {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
}
