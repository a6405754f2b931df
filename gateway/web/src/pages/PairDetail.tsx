import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { Page, SpreadPoint } from '../api/types';
import { Chart, type Line } from '../parts/Chart';
import { number, pairName, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table } from '../parts/Table';

interface Signal {
  decisionId: string;
  occurredAt: string;
  intent: string;
  direction: number;
  confidence: number;
  zScore: number;
  reason: string;
}

export function PairDetail() {
  const { pairId = '' } = useParams();
  const id = encodeURIComponent(pairId);
  const spread = useApi<{ points: SpreadPoint[] }>(`/api/pairs/${id}/spread?limit=500`);
  const signals = useApi<Page<Signal>>(`/api/signals?pairId=${id}&limit=50`);
  const points = spread.data?.points;
  const prices = useMemo(() => priceLines(pairId, points ?? []), [pairId, points]);
  const scores = useMemo(() => scoreLines(points ?? []), [points]);
  const none = (d: { points: SpreadPoint[] }) => d.points.length < 2;
  return (
    <>
      <h1>{pairName(pairId)}</h1>
      <Panel title="Spread and z-score">
        <Query query={spread} empty="No spread yet." isEmpty={none}>
          {() => <Chart lines={scores} height={340} label="Spread with its mean, and z-score with entry and exit levels" />}
        </Query>
      </Panel>
      <Panel title="Prices">
        <Query query={spread} empty="No prices yet." isEmpty={none}>
          {() => <Chart lines={prices} height={240} label="Prices of both legs, first bar = 100" />}
        </Query>
      </Panel>
      <Panel title="Signals">
        <Query query={signals} empty="No signals on this pair yet." isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <Table
              caption="Signals"
              rows={page.items}
              rowKey={(s) => s.decisionId}
              columns={[
                { name: 'At (UTC)', cell: (s) => <Link to={`/decisions/${s.decisionId}`}>{time(s.occurredAt)}</Link> },
                { name: 'Intent', cell: (s) => s.intent },
                { name: 'Direction', numeric: true, cell: (s) => number(s.direction) },
                { name: 'Confidence', numeric: true, cell: (s) => number(s.confidence) },
                { name: 'Z-score', numeric: true, cell: (s) => number(s.zScore) },
                { name: 'Reason', cell: (s) => s.reason },
              ]}
            />
          )}
        </Query>
      </Panel>
    </>
  );
}

function priceLines(pairId: string, points: SpreadPoint[]): Line[] {
  const [a = 'A', b = 'B'] = pairId.split('~');
  const first = points[0];
  const indexed = (pick: (p: SpreadPoint) => number) =>
    points.map((p) => ({ at: p.at, value: first ? (pick(p) / pick(first)) * 100 : null }));
  return [
    { name: a, color: '#4cc2ff', points: indexed((p) => p.priceA) },
    { name: b, color: '#ffb454', points: indexed((p) => p.priceB) },
  ];
}

function scoreLines(points: SpreadPoint[]): Line[] {
  return [
    { name: 'Spread', color: '#4cc2ff', points: points.map((p) => ({ at: p.at, value: p.spread })) },
    { name: 'Mean', color: '#7f8ea3', points: points.map((p) => ({ at: p.at, value: p.mean })) },
    {
      name: 'Z-score',
      color: '#ffb454',
      pane: 1,
      points: points.map((p) => ({ at: p.at, value: p.zScore })),
      levels: [
        { value: 2, color: '#ff6b6b', title: '+2' },
        { value: 0, color: '#7f8ea3', title: '0' },
        { value: -2, color: '#3ddc97', title: '-2' },
      ],
    },
  ];
}
