import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { signedIn, signedOut } from '../../testing/signedIn';
import { Parts } from './Parts';

describe('the fleet on the overview', () => {
  afterEach(signedOut);

  it('says what a degraded part works without, and why another does not answer', async () => {
    signedIn(<Parts />, ['viewer'], () => ({
      parts: [
        { name: 'journal', health: 'healthy', detail: null },
        { name: 'execution', health: 'degraded', detail: 'venue-ibkr, venue-mt4' },
        { name: 'prediction', health: 'unreachable', detail: 'no connection' },
      ],
    }));
    const rows = (await screen.findAllByRole('listitem')).map((row) => row.textContent);
    expect(rows).toEqual(['journal healthy', 'execution without venue-ibkr, venue-mt4degraded', 'prediction no connectionunreachable']);
  });
});
