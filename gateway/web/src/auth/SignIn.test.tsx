import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionProvider, useSession } from './Session';
import { SignIn } from './SignIn';

function Page() {
  const { session, hasRole } = useSession();
  return session ? <p>{`${session.user}: trader ${hasRole('trader')}, senior ${hasRole('senior')}`}</p> : <SignIn />;
}

function open() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider>
        <Page />
      </SessionProvider>
    </QueryClientProvider>,
  );
}

async function signIn(status: number, body: object) {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(JSON.stringify(body), { status })));
  open();
  await userEvent.type(screen.getByLabelText('User'), 'ada');
  await userEvent.type(screen.getByLabelText('Password'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('sign in', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('opens the desk with the roles of the account', async () => {
    await signIn(200, { accessToken: 't', expiresAt: '2999-01-01T00:00:00Z', roles: ['trader'] });
    expect(await screen.findByText('ada: trader true, senior false')).toBeTruthy();
  });

  it('says why it was refused and stays', async () => {
    await signIn(401, { code: 'wrong-credentials', detail: 'User or password is wrong.' });
    expect((await screen.findByRole('alert')).textContent).toBe('User or password is wrong.');
  });

  it('forgets a session that has ended', () => {
    sessionStorage.setItem('superintel.session', JSON.stringify({ user: 'ada', accessToken: 't', expiresAt: '2001-01-01T00:00:00Z', roles: [] }));
    open();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });
});
