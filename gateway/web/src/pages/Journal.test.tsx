import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { signedIn, signedOut } from '../testing/signedIn';
import { Journal } from './Journal';

const entry = { sequence: 7, kind: 'order-filled', eventId: 'e', decisionId: 'd1', occurredAt: '2026-01-02T00:00:00Z', recordedAt: '2026-01-02T00:00:00Z', hash: 'abc' };

afterEach(signedOut);

it('the journal shows one kind of event where one is chosen, from its newest entry on', async () => {
  const asked: string[] = [];
  signedIn(<Journal />, ['viewer'], (path) => {
    asked.push(path);
    return { items: path.includes('kind=breaker-changed') ? [] : [entry], next: path.includes('cursor') ? null : 'c1' };
  });
  expect(await screen.findByText('Order filled', { selector: 'td' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Older' }));
  await waitFor(() => expect(asked.at(-1)).toBe('/api/journal?limit=50&cursor=c1'));
  await userEvent.selectOptions(screen.getByLabelText('Show'), 'breaker-changed');
  await waitFor(() => expect(asked.at(-1)).toBe('/api/journal?limit=50&kind=breaker-changed'));
  expect(await screen.findByText('Nothing of this kind: Breaker changed.')).toBeTruthy();
});
