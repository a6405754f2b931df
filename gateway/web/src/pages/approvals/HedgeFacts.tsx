import type { Proposal } from '../../api/types';
import { money, number, percent, time } from '../../parts/format';

/** What a hedge does to the tail, and what it costs. */
export function HedgeFacts({ proposal }: { proposal: Proposal }) {
  const value = (name: string) => proposal.sizing.find((one) => one.stage === 'hedge' && one.name === name)?.value;
  return (
    <dl className="facts">
      <div><dt>Notional</dt><dd>{money(proposal.notional, proposal.currency)}</dd></div>
      <div><dt>CVaR 95 %</dt><dd>{percent(value('cvar-95-before'))} to {percent(value('cvar-95-after'))}</dd></div>
      {proposal.intent === 'open' && <div><dt>Relief per cost</dt><dd>{number(value('relief-per-cost'), 1)}</dd></div>}
      {proposal.intent === 'open' && <div><dt>Cost</dt><dd>{money(value('total-cost'), proposal.currency)}</dd></div>}
      <div><dt>Proposed by</dt><dd>{proposal.proposedBy}</dd></div>
      <div><dt>Lapses</dt><dd>{time(proposal.expiresAt)} UTC</dd></div>
    </dl>
  );
}
