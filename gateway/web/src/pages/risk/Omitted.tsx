import type { LeftOut } from '../../api/riskTypes';
import { quantity } from '../../parts/format';

const reasons: Record<string, string> = {
  'never-listed': 'never listed, so it has no price here',
  'not-simulated': 'not the desk’s: no breaker sees or sells it',
};

/** Positions in the desk's accounts that the numbers beside this do not hold. */
export function Omitted({ positions }: { positions: LeftOut[] }) {
  if (positions.length === 0) return null;
  return (
    <p className="warning">
      Not in these numbers:{' '}
      {positions.map((p) => `${quantity(p.quantity)} ${p.instrumentId} at ${p.venue}, ${p.account} (${reasons[p.code] ?? p.code})`).join('; ')}.
    </p>
  );
}
