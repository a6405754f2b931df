import { Link } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { Page, Pair } from '../api/types';
import { Badge } from '../parts/Badge';
import { number, pairName, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table } from '../parts/Table';

export function Pairs() {
  const pairs = useApi<Page<Pair>>('/api/pairs?limit=200');
  const first = pairs.data?.items[0];
  return (
    <>
      <h1>Pairs</h1>
      <Panel title="Selected pairs" aside={first && <span className="quiet">{first.tested} pairs tested, {time(first.selectedAt)} UTC</span>}>
        <Query query={pairs} empty="No pairs at present: discovery needs a full trailing window of bars, and may accept none." isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <Table
              caption="Selected pairs"
              rows={page.items}
              rowKey={(p) => p.pairId}
              columns={[
                { name: 'Pair', cell: (p) => <Link to={`/pairs/${encodeURIComponent(p.pairId)}`}>{pairName(p.pairId)}</Link> },
                { name: 'Stance', cell: (p) => <Badge value={p.stance} /> },
                { name: 'Z-score', numeric: true, cell: (p) => number(p.zScore), sort: (p) => p.zScore },
                { name: 'Hedge ratio', numeric: true, cell: (p) => number(p.hedgeRatio, 3), sort: (p) => p.hedgeRatio },
                { name: 'Half-life', numeric: true, cell: (p) => `${number(p.halfLifeBars, 1)} bars`, sort: (p) => p.halfLifeBars },
                { name: 'Engle-Granger τ', numeric: true, cell: (p) => number(p.statistic) },
                { name: 'p', numeric: true, cell: (p) => number(p.pValue, 4), sort: (p) => p.pValue },
                { name: 'q', numeric: true, cell: (p) => number(p.qValue, 4), sort: (p) => p.qValue },
                { name: 'Correlation', numeric: true, cell: (p) => number(p.correlation), sort: (p) => p.correlation },
              ]}
            />
          )}
        </Query>
      </Panel>
    </>
  );
}
