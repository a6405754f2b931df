import { useApi } from '../../api/useApi';
import type { Instrument, Page } from '../../api/types';

const words: Record<string, string> = {
  'farm-away': 'the venue’s data farm is away',
  'venue-away': 'the gateway lost its venue',
  'feed-away': 'the feed ended and is opened anew',
};

/** Instruments on which nothing is decided because their feed says that it is not well; nothing when all are. */
export function Doubted() {
  const instruments = useApi<Page<Instrument>>('/api/instruments?limit=500', 60_000);
  const doubted = (instruments.data?.items ?? []).filter((one) => one.staleReason in words);
  if (doubted.length === 0) return null;
  const reasons = [...new Set(doubted.map((one) => one.staleReason))].sort();
  return (
    <>
      {reasons.map((reason) => (
        <p key={reason} className="warning" role="status">
          {`No signals, ${words[reason]}: ${doubted.filter((one) => one.staleReason === reason).map((one) => one.instrumentId).join(', ')}`}
        </p>
      ))}
    </>
  );
}
