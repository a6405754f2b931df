import { useState, type FormEvent } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { Verdict } from '../../api/riskTypes';
import type { Instrument, Page } from '../../api/types';
import { Badge } from '../../parts/Badge';
import { Failure } from '../../parts/Failure';
import { pairName, time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { StageTable } from './StageTable';
import { noTrade, whatIfBody, type LegDraft, type TradeDraft } from './whatIf';

/** What the pre-trade chain would say to a trade now. */
export function WhatIf() {
  const instruments = useApi<Page<Instrument>>('/api/instruments?limit=500', 300_000);
  const ask = useCommand<Verdict>([]);
  const [draft, setDraft] = useState<TradeDraft>(noTrade);
  const asked = whatIfBody(draft);
  const change = (index: 0 | 1, leg: LegDraft) =>
    setDraft({ ...draft, legs: index === 0 ? [leg, draft.legs[1]] : [draft.legs[0], leg] });
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ('body' in asked) ask.mutate({ path: '/api/risk/what-if', body: asked.body });
  }
  return (
    <Panel title="Pre-trade check">
      <p className="quiet">What the pre-trade chain would say to this trade now. Nothing is sent to a venue, nothing is stored.</p>
      <form onSubmit={send} aria-label="A trade to check" className="ask">
        <datalist id="what-if-instruments">
          {instruments.data?.items.map((one) => <option key={one.instrumentId} value={one.instrumentId}>{one.name}</option>)}
        </datalist>
        <Leg name="First leg" leg={draft.legs[0]} onLeg={(leg) => change(0, leg)} />
        <Leg name="Second leg (none: a hedge of one instrument)" leg={draft.legs[1]} onLeg={(leg) => change(1, leg)} />
        <div className="fields">
          <label>
            Intent
            <select value={draft.intent} onChange={(event) => setDraft({ ...draft, intent: event.target.value as TradeDraft['intent'] })}>
              <option value="open">entry</option>
              <option value="close">exit</option>
            </select>
          </label>
        </div>
        <Failure error={ask.error} />
        <div className="actions">
          <button type="submit" className="primary" disabled={!('body' in asked) || ask.isPending}>{ask.isPending ? 'Checking…' : 'Check'}</button>
          <span className="quiet small" role="status">{'objection' in asked ? asked.objection : ''}</span>
        </div>
      </form>
      {ask.data && <Outcome verdict={ask.data} />}
    </Panel>
  );
}

function Leg({ name, leg, onLeg }: { name: string; leg: LegDraft; onLeg: (leg: LegDraft) => void }) {
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="fields">
        <label>
          Instrument
          <input
            value={leg.instrument}
            onChange={(event) => onLeg({ ...leg, instrument: event.target.value })}
            list="what-if-instruments"
            placeholder="KO.XNYS"
            maxLength={60}
            autoComplete="off"
          />
        </label>
        <label>
          Side
          <select value={leg.side} onChange={(event) => onLeg({ ...leg, side: event.target.value as LegDraft['side'] })}>
            <option>buy</option>
            <option>sell</option>
          </select>
        </label>
        <label>
          Quantity
          <input value={leg.quantity} onChange={(event) => onLeg({ ...leg, quantity: event.target.value })} inputMode="decimal" maxLength={20} />
        </label>
        <label>
          Price
          <input value={leg.price} onChange={(event) => onLeg({ ...leg, price: event.target.value })} inputMode="decimal" maxLength={20} placeholder="last close" />
        </label>
      </div>
    </fieldset>
  );
}

function Outcome({ verdict }: { verdict: Verdict }) {
  const vetoed = verdict.verdict === 'vetoed';
  return (
    <section aria-label="Result of the check" aria-live="polite" className="result">
      <header>
        <h3>{pairName(verdict.pairId)} <Badge value={vetoed ? 'would be vetoed' : 'would be cleared'} /></h3>
        <span className="quiet small">{`${time(verdict.at)} UTC`}</span>
      </header>
      {vetoed && (
        <ul>
          {verdict.reasons.map((reason) => <li key={`${reason.code}/${reason.detail}`}><code>{reason.code}</code> {reason.detail}</li>)}
        </ul>
      )}
      <StageTable stages={verdict.stages ?? []} caption="Stages of the check" />
    </section>
  );
}
