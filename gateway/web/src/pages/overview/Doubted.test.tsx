import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { signedIn, signedOut } from '../../testing/signedIn';
import { Doubted } from './Doubted';

afterEach(signedOut);

const instrument = (instrumentId: string, staleReason: string) => ({ instrumentId, stale: staleReason !== '', staleReason });

it('says on which instruments nothing is decided, and why', async () => {
  signedIn(<Doubted />, ['viewer'], () => ({
    items: [
      instrument('KO.NYSE', 'farm-away'), instrument('PEP.NASDAQ', 'farm-away'), instrument('OLD.NYSE', 'too-old'),
      instrument('SPY.ARCA', ''),
    ],
  }));
  expect((await screen.findByRole('status')).textContent).toBe('No signals, the venue’s data farm is away: KO.NYSE, PEP.NASDAQ');
});

it('says nothing while every feed is well', async () => {
  const asked: string[] = [];
  signedIn(<Doubted />, ['viewer'], (path) => {
    asked.push(path);
    return { items: [instrument('KO.NYSE', ''), instrument('OLD.NYSE', 'history-only')] };
  });
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole('status')).toBeNull();
});
