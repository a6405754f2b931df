import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useApi, useCommand } from '../api/useApi';
import type { Page, Proposal } from '../api/types';
import { useSession } from '../auth/Session';
import { Badge } from '../parts/Badge';
import { Failure } from '../parts/Failure';
import { money, number, pairName, percent, price, quantity, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table } from '../parts/Table';
import { HedgeFacts } from './approvals/HedgeFacts';
import { Hedges } from './approvals/Hedges';

export function Approvals() {
  const pending = useApi<Page<Proposal>>('/api/proposals?status=pending&limit=100', 3_000);
  const recent = useApi<Page<Proposal>>('/api/proposals?limit=50');
  return (
    <>
      <h1>Approvals</h1>
      <Panel title="Waiting for a person">
        <Query query={pending} empty="Nothing is waiting. Proposals of the auto tier pass without a person." isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <div className="cards">
              {page.items.map((proposal) => (
                <Card key={proposal.proposalId} proposal={proposal} />
              ))}
            </div>
          )}
        </Query>
      </Panel>
      <Hedges />
      <Panel title="Recent proposals">
        <Query query={recent} empty="No proposals yet." isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <Table
              caption="Recent proposals"
              rows={page.items}
              rowKey={(p) => p.proposalId}
              columns={[
                { name: 'At (UTC)', cell: (p) => <Link to={`/decisions/${p.decisionId}`}>{time(p.createdAt)}</Link> },
                { name: 'Pair', cell: (p) => pairName(p.pairId) },
                { name: 'Intent', cell: (p) => p.intent },
                { name: 'Tier', cell: (p) => <Badge value={p.tier} /> },
                { name: 'Status', cell: (p) => <Badge value={p.status} /> },
                { name: 'Notional', numeric: true, cell: (p) => money(p.notional, p.currency) },
                { name: 'Decided by', cell: (p) => p.votes.map((v) => v.by).join(', ') || p.code || (p.status === 'approved' ? 'policy' : '–') },
              ]}
            />
          )}
        </Query>
      </Panel>
    </>
  );
}

function PairFacts({ proposal }: { proposal: Proposal }) {
  return (
    <dl className="facts">
      <div><dt>Notional</dt><dd>{money(proposal.notional, proposal.currency)}</dd></div>
      <div><dt>Z-score</dt><dd>{number(proposal.zScore)}</dd></div>
      <div><dt>Confidence</dt><dd>{percent(proposal.confidence, 0)}</dd></div>
      <div><dt>Lapses</dt><dd>{time(proposal.expiresAt)} UTC</dd></div>
    </dl>
  );
}

function Card({ proposal }: { proposal: Proposal }) {
  const { hasRole } = useSession();
  const decide = useCommand<Proposal>(['/api/proposals', '/api/decisions']);
  const [comment, setComment] = useState('');
  const allowed = hasRole(proposal.tier === 'senior' ? 'senior' : 'trader');
  const send = (verb: 'approve' | 'decline') =>
    decide.mutate({ path: `/api/proposals/${encodeURIComponent(proposal.proposalId)}/${verb}`, body: { comment } });
  return (
    <article className="card" aria-label={`Proposal ${pairName(proposal.pairId)}`}>
      <header>
        <h3>{pairName(proposal.pairId)}</h3> <Badge value={proposal.tier} />
      </header>
      <p>{proposal.reason}</p>
      <ul className="plain legs">
        {proposal.legs.map((leg) => (
          <li key={leg.leg}>
            <span className={leg.side === 'buy' ? 'gain' : 'loss'}>{leg.side}</span> {quantity(leg.quantity)} {leg.instrumentId} at about{' '}
            {price(leg.referencePrice)} {leg.currency}
          </li>
        ))}
      </ul>
      {proposal.kind === 'hedge' ? <HedgeFacts proposal={proposal} /> : <PairFacts proposal={proposal} />}
      <p className="quiet small">{proposal.tierReason}</p>
      {proposal.votes.map((vote) => (
        <p key={vote.by} className="small">{vote.by}: {vote.vote} {vote.comment}</p>
      ))}
      <label className="comment">
        Comment
        <input value={comment} onChange={(event) => setComment(event.target.value)} maxLength={500} placeholder="kept in the journal" />
      </label>
      <Failure error={decide.error} />
      <div className="actions">
        <button type="button" className="primary" disabled={!allowed || decide.isPending} onClick={() => send('approve')}>Approve</button>
        <button type="button" disabled={!allowed || decide.isPending} onClick={() => send('decline')}>Decline</button>
        <Link to={`/decisions/${proposal.decisionId}`}>Story</Link>
      </div>
      {!allowed && <p className="quiet small">Needs the role {proposal.tier}.</p>}
    </article>
  );
}
