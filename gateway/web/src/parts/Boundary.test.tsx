import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Boundary } from './Boundary';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
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
