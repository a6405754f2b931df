import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './ApiError';
import { requester } from './request';

function answer(status: number, body: string) {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => new Response(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('requester', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('sends the token and a JSON body', async () => {
    const fetched = answer(200, '{"ok":true}');
    await expect(requester(() => 'abc', vi.fn())('/api/x', { method: 'POST', body: { a: 1 } })).resolves.toEqual({ ok: true });
    const init = fetched.mock.calls[0]![1];
    expect(init.headers).toMatchObject({ Authorization: 'Bearer abc', 'Content-Type': 'application/json' });
    expect(init.body).toBe('{"a":1}');
  });

  it('turns problem details into an error with its code', async () => {
    answer(409, '{"code":"proposal-lapsed","detail":"It lapsed at noon."}');
    const failure = await requester(() => 'abc', vi.fn())('/api/x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 409, code: 'proposal-lapsed', message: 'It lapsed at noon.' });
  });

  it('ends the session when the token is refused, but not when a password is', async () => {
    const ended = vi.fn();
    answer(401, '{}');
    await requester(() => undefined, ended)('/api/auth/login').catch(() => undefined);
    expect(ended).not.toHaveBeenCalled();
    await requester(() => 'old', ended)('/api/orders').catch(() => undefined);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('survives an error page that is not JSON', async () => {
    answer(502, '<html>bad gateway</html>');
    await expect(requester(() => 'abc', vi.fn())('/api/x')).rejects.toMatchObject({ status: 502, code: 'http-502' });
  });
});
