import { Link } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { Fill, Order, Page } from '../api/types';
import { Badge } from '../parts/Badge';
import { price, quantity, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table, type Column } from '../parts/Table';
import { External } from './orders/External';
import { Holdings } from './orders/Holdings';
import { Venues } from './orders/Venues';

// Only where a venue took its fee out of what was bought.
const keptInUnits: Column<Fill>[] = [
  { name: 'Fee in units', numeric: true, cell: (f) => (f.feeQuantity === 0 ? '–' : quantity(f.feeQuantity)) },
  { name: 'Withheld units', numeric: true, cell: (f) => (f.withheldQuantity === 0 ? '–' : quantity(f.withheldQuantity)) },
];

const commissionOf = (f: Fill) => (f.commission === null ? 'pending' : `${price(f.commission)} ${f.commissionCurrency}`);

const entryOf = (f: Fill) => (f.entry === 'execution' && f.revision > 1 ? 'correction' : f.entry);

// Only where a venue corrected an execution, or told its cost later.
const entries: Column<Fill>[] = [{ name: 'Entry', cell: (f) => entryOf(f) }];

export function Orders() {
  const orders = useApi<Page<Order>>('/api/orders?source=desk&limit=100');
  const fills = useApi<Page<Fill>>('/api/fills?limit=100');
  return (
    <>
      <h1>Orders and fills</h1>
      <Venues />
      <External />
      <Holdings />
      <Panel title="Orders">
        <Query query={orders} empty="No orders yet." isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <Table
              caption="Orders"
              rows={page.items}
              rowKey={(o) => o.clientOrderId}
              columns={[
                { name: 'Submitted (UTC)', cell: (o) => <Link to={`/decisions/${o.decisionId}`}>{time(o.submittedAt)}</Link> },
                { name: 'Instrument', cell: (o) => o.instrumentId },
                { name: 'Side', cell: (o) => <span className={o.side === 'buy' ? 'gain' : 'loss'}>{o.side}</span> },
                { name: 'Quantity', numeric: true, cell: (o) => quantity(o.quantity) },
                { name: 'Filled', numeric: true, cell: (o) => quantity(o.cumulativeQuantity) },
                { name: 'Average', numeric: true, cell: (o) => price(o.averagePrice) },
                { name: 'Status', cell: (o) => <Badge value={o.status} /> },
                { name: 'Purpose', cell: (o) => o.purpose },
                { name: 'Venue', cell: (o) => o.venue },
              ]}
            />
          )}
        </Query>
      </Panel>
      <Panel title="Fills">
        <Query query={fills} empty="No fills yet." isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <Table
              caption="Fills"
              rows={page.items}
              rowKey={(f) => `${f.venue}/${f.executionId}/${f.revision}/${f.entry}`}
              columns={[
                { name: 'At (UTC)', cell: (f) => <Link to={`/decisions/${f.decisionId}`}>{time(f.occurredAt)}</Link> },
                ...(page.items.some((f) => entryOf(f) !== 'execution') ? entries : []),
                { name: 'Instrument', cell: (f) => f.instrumentId },
                { name: 'Side', cell: (f) => <span className={f.side === 'buy' ? 'gain' : 'loss'}>{f.side}</span> },
                { name: 'Quantity', numeric: true, cell: (f) => quantity(f.quantity) },
                { name: 'Price', numeric: true, cell: (f) => `${price(f.price)} ${f.currency}` },
                { name: 'Commission', numeric: true, cell: commissionOf },
                { name: 'Slippage', numeric: true, cell: (f) => `${price(f.slippage)} ${f.currency}` },
                ...(page.items.some((f) => f.feeQuantity !== 0 || f.withheldQuantity !== 0) ? keptInUnits : []),
              ]}
            />
          )}
        </Query>
      </Panel>
    </>
  );
}
