import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { EquityPoint, Page, Portfolio, Position, QuarantinedBar, Replay } from '../api/types';
import { useLive } from '../live/Live';
import { Badge } from '../parts/Badge';
import { Chart } from '../parts/Chart';
import { isHedge, money, number, pairName, percent, price, quantity, sentence, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table } from '../parts/Table';
import { Doubted } from './overview/Doubted';
import { Parts } from './overview/Parts';

export function Overview() {
  const portfolio = useApi<Portfolio>('/api/portfolio');
  const equity = useApi<{ points: EquityPoint[] }>('/api/portfolio/equity?limit=2000');
  const positions = useApi<Page<Position>>('/api/positions?limit=200');
  const aside = useApi<Page<QuarantinedBar>>('/api/quarantine?limit=10');
  const replay = useApi<Replay>('/api/replay');
  const { events } = useLive();
  const lines = useMemo(
    () => [{ name: 'Net asset value', color: '#4cc2ff', points: (equity.data?.points ?? []).map((p) => ({ at: p.at, value: p.netAssetValue })) }],
    [equity.data],
  );
  return (
    <>
      <h1>Overview</h1>
      <Doubted />
      <Query query={portfolio}>
        {(p) => (
          <dl className="figures">
            <Figure name="Net asset value" value={money(p.netAssetValue, p.currency)} />
            <Figure name="Realised P&L" value={money(p.realizedPnl, p.currency)} tone={p.realizedPnl} />
            <Figure name="Unrealised P&L" value={money(p.unrealizedPnl, p.currency)} tone={p.unrealizedPnl} />
            <Figure name="Gross exposure" value={money(p.grossExposure, p.currency)} />
            <Figure name="Commissions" value={money(p.commissions, p.currency)} />
            <Figure name="Borrow and funding" value={money(p.borrow + p.funding, p.currency)} />
            <Figure name="Drawdown" value={percent(p.drawdown)} />
            <Figure name="CVaR 95 %" value={percent(p.cvar95)} />
          </dl>
        )}
      </Query>
      <div className="columns">
        <div>
          <Panel title="Equity" aside={<ReplayState replay={replay.data} />}>
            <Query query={equity} empty="No valuation yet: the first bars are on their way." isEmpty={(d) => d.points.length < 2}>
              {() => <Chart lines={lines} label="Net asset value over time" />}
            </Query>
          </Panel>
          <Panel title="Positions">
            <Query query={positions} empty="Flat: no open positions." isEmpty={(d) => d.items.length === 0}>
              {(page) => (
                <Table
                  caption="Open positions"
                  rows={page.items}
                  rowKey={(p) => `${p.pairId}/${p.instrumentId}`}
                  columns={[
                    { name: 'Pair', cell: (p) => <Link to={isHedge(p.pairId) ? '/approvals' : `/pairs/${encodeURIComponent(p.pairId)}`}>{pairName(p.pairId)}</Link> },
                    { name: 'Instrument', cell: (p) => p.instrumentId },
                    { name: 'Quantity', numeric: true, cell: (p) => quantity(p.quantity) },
                    { name: 'Average', numeric: true, cell: (p) => price(p.averagePrice) },
                    { name: 'Last', numeric: true, cell: (p) => price(p.lastPrice) },
                    { name: 'Value', numeric: true, cell: (p) => money(p.marketValue, p.currency) },
                    { name: 'Unrealised', numeric: true, cell: (p) => <Signed value={p.unrealizedPnl} /> },
                  ]}
                />
              )}
            </Query>
          </Panel>
          <Panel title="Bars set aside">
            <Query query={aside} empty="Every bar passed the data gate." isEmpty={(d) => d.items.length === 0}>
              {(page) => (
                <Table
                  caption="Bars that failed the data gate: kept, and used for nothing"
                  rows={page.items}
                  rowKey={(b) => `${b.number}`}
                  columns={[
                    { name: 'Instrument', cell: (b) => b.instrumentId },
                    { name: 'Closed (UTC)', cell: (b) => time(b.closedAt) },
                    { name: 'Close', numeric: true, cell: (b) => price(b.close) },
                    { name: 'Why', cell: (b) => b.failures.join('; ') },
                  ]}
                />
              )}
            </Query>
          </Panel>
        </div>
        <div>
          <Parts />
          <Panel title="Live events (UTC)">
            {events.length === 0 && <p className="quiet empty">Waiting for the next event.</p>}
            <ol className="plain events" aria-live="off">
              {events.slice(0, 25).map((event, index) => (
                <li key={`${event.at}/${event.type}/${index}`}>
                  <span>{event.decisionId ? <Link to={`/decisions/${event.decisionId}`}>{sentence(event.type)}</Link> : sentence(event.type)}</span>
                  <time className="quiet">{time(event.at)}</time>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      </div>
    </>
  );
}

function Figure({ name, value, tone }: { name: string; value: string; tone?: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={toneOf(tone)}>{value}</dd>
    </div>
  );
}

function Signed({ value }: { value: number | null }) {
  return <span className={toneOf(value)}>{number(value)}</span>;
}

function toneOf(value: number | null | undefined): string | undefined {
  return !value ? undefined : value < 0 ? 'loss' : 'gain';
}

function ReplayState({ replay }: { replay: Replay | undefined }) {
  if (!replay) return null;
  if (replay.state === 'off') return <span className="quiet">On real time</span>;
  return (
    <span className="quiet">
      Replay <Badge value={replay.state} /> {time(replay.position)} UTC
    </span>
  );
}
