import { useState } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { HedgeReport, Page, Position, Proposal } from '../../api/types';
import { useSession } from '../../auth/Session';
import { Failure } from '../../parts/Failure';
import { isHedge, money, number, percent, quantity, time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';

/** Advice on the book's tail, and the hedges that are held. A trader proposes; another person approves. */
export function Hedges() {
  const [wanted, setWanted] = useState('');
  const [asked, setAsked] = useState('');
  const positions = useApi<Page<Position>>('/api/positions?limit=500');
  const held = positions.data?.items.filter((p) => isHedge(p.pairId) && p.quantity !== 0) ?? [];
  return (
    <Panel title="Tail hedge">
      <form
        aria-label="Hedge advice"
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(wanted.trim());
        }}
      >
        <label>
          Hedge with
          <input value={wanted} onChange={(event) => setWanted(event.target.value)} placeholder="SPY.ARCX, KO.XNYS" />
        </label>
        <div className="actions">
          <button type="submit" disabled={wanted.trim() === ''}>Ask for advice</button>
        </div>
      </form>
      {asked !== '' && <Advice instruments={asked} />}
      {held.length > 0 && <Held positions={held} />}
    </Panel>
  );
}

function Advice({ instruments }: { instruments: string }) {
  const { hasRole } = useSession();
  const report = useApi<HedgeReport>(`/api/risk/hedges?instruments=${encodeURIComponent(instruments)}`, false);
  const propose = useCommand<Proposal>(['/api/proposals', '/api/risk/hedges']);
  return (
    <>
      <Query query={report} empty="No hedge is worth its cost." isEmpty={(d) => d.hedges.length === 0}>
        {(data) => (
          <Table
            caption={`Advice of ${time(data.advisedAt)} UTC, CVaR 95 % of one day ${percent(data.cvar95)}`}
            rows={data.hedges}
            rowKey={(h) => h.adviceId}
            columns={[
              { name: 'Instrument', cell: (h) => h.instrumentId },
              { name: 'Kind', cell: (h) => h.kind },
              { name: 'Value', numeric: true, cell: (h) => money(h.value, data.currency) },
              { name: 'CVaR with it', numeric: true, cell: (h) => percent(h.cvarAfter) },
              { name: 'Relief per cost', numeric: true, cell: (h) => number(h.reliefPerCost, 1) },
              { name: 'Cost', numeric: true, cell: (h) => money(h.totalCost, data.currency) },
              {
                name: '',
                cell: (h) =>
                  h.kind === 'inverse' ? (
                    <button
                      type="button"
                      disabled={!hasRole('trader') || propose.isPending}
                      aria-label={`Propose ${h.instrumentId}`}
                      onClick={() =>
                        propose.mutate({
                          path: '/api/proposals/hedges',
                          body: { instrumentId: h.instrumentId, adviceId: h.adviceId, advisedAt: data.advisedAt, terms: data.terms },
                        })
                      }
                    >
                      Propose
                    </button>
                  ) : (
                    <span className="quiet small">advice only</span>
                  ),
              },
            ]}
          />
        )}
      </Query>
      <Failure error={propose.error} />
      {propose.data && <p role="status">Proposed: {propose.data.reason} Another person has to approve it.</p>}
    </>
  );
}

function Held({ positions }: { positions: Position[] }) {
  const { hasRole } = useSession();
  const end = useCommand<Proposal>(['/api/proposals', '/api/positions']);
  return (
    <>
      <h4>Held</h4>
      <Table
        caption="Hedges held"
        rows={positions}
        rowKey={(p) => p.pairId}
        columns={[
          { name: 'Instrument', cell: (p) => p.instrumentId },
          { name: 'Quantity', numeric: true, cell: (p) => quantity(p.quantity) },
          { name: 'Value', numeric: true, cell: (p) => money(p.marketValue, p.currency) },
          { name: 'Unrealised', numeric: true, cell: (p) => money(p.unrealizedPnl, p.currency) },
          {
            name: '',
            cell: (p) => (
              <button
                type="button"
                disabled={!hasRole('trader') || end.isPending}
                aria-label={`End ${p.instrumentId}`}
                onClick={() => end.mutate({ path: '/api/proposals/hedges/close', body: { instrumentId: p.instrumentId } })}
              >
                Propose to end
              </button>
            ),
          },
        ]}
      />
      <Failure error={end.error} />
    </>
  );
}
