import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { Boundary } from './Boundary';
import { page } from './page';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('a page that cannot be drawn says why and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // React tells the console as well
  let broken = true;
  function Page() {
    if (broken) throw new Error('no rows');
    return <p>fine</p>;
  }
  render(<Boundary><Page /></Boundary>);
  expect(screen.getByRole('alert').textContent).toContain('This page cannot be shown: no rows');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('fine')).toBeTruthy();
});

it('a page comes when it is opened', async () => {
  const Page = page(() => Promise.resolve({ Page: () => <p>here</p> }), 'Page');
  render(<Boundary><Suspense fallback={<p role="status">Loading…</p>}><Page /></Suspense></Boundary>);
  expect(await screen.findByText('here')).toBeTruthy();
});

it('a page that cannot be fetched is asked for again with the app around it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // React tells the console as well
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });
  const Page = page(() => Promise.reject<{ Page: () => null }>(new TypeError('Failed to fetch')), 'Page');
  render(<Boundary><Suspense fallback={<p role="status">Loading…</p>}><Page /></Suspense></Boundary>);
  expect((await screen.findByRole('alert')).textContent).toContain('it could not be loaded');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(reload).toHaveBeenCalledOnce();
});
