/** A position at a venue, signed units, and who explains which part of it. */
export interface VenuePosition {
  venue: string;
  account: string;
  instrumentId: string;
  ledgerQuantity: number;
  externalQuantity: number;
  venueQuantity: number;
  difference: number;
  state: 'agrees' | 'dust' | 'blocked';
  blockedSince: string | null;
  holding: { by: string; reason: string; at: string } | null;
}

/** How a venue stands since Execution began. */
export interface VenueStanding {
  venue: string;
  account: string;
  state: 'compared' | 'waiting' | 'silent';
  code: string | null;
  since: string;
  comparedAt: string | null;
  failures: number;
  lastError: string | null;
}
