import { useApi, useCommand } from '../../api/useApi';
import type { Order, Page } from '../../api/types';
import { useSession } from '../../auth/Session';
import { Badge } from '../../parts/Badge';
import { Failure } from '../../parts/Failure';
import { quantity, time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Table } from '../../parts/Table';

/** Orders at the venues that the desk did not send; nothing is shown where there are none. */
export function External() {
  const { hasRole } = useSession();
  const orders = useApi<Page<Order>>('/api/orders?source=external&limit=50');
  const acknowledge = useCommand<Order>(['/api/orders']);
  const rows = orders.data?.items ?? [];
  const blocking = rows.filter(blocks).length;
  if (rows.length === 0) return null;
  return (
    <Panel title="Orders of others" aside={blocking > 0 && <span className="badge warn">{`${blocking} blocking`}</span>}>
      <p className="quiet">
        Seen at a venue, not sent by this desk, never touched by it. While one works, its instrument takes no new risk until a senior acknowledges it.
      </p>
      <Failure error={acknowledge.error} />
      <Table
        caption="Orders of others"
        rows={rows}
        rowKey={(o) => o.clientOrderId}
        columns={[
          { name: 'Seen (UTC)', cell: (o) => time(o.submittedAt) },
          { name: 'Instrument', cell: (o) => o.instrumentId },
          { name: 'Side', cell: (o) => <span className={o.side === 'buy' ? 'gain' : 'loss'}>{o.side}</span> },
          { name: 'Quantity', numeric: true, cell: (o) => quantity(o.quantity) },
          { name: 'May still trade', numeric: true, cell: (o) => quantity(o.leavesQuantity) },
          { name: 'Status', cell: (o) => <Badge value={o.status} /> },
          { name: 'Venue', cell: (o) => o.venue },
          { name: 'Acknowledged', cell: (o) => o.acknowledgedBy ?? 'no' },
          {
            name: '',
            cell: (o) =>
              blocks(o) && hasRole('senior') ? (
                <button
                  type="button"
                  disabled={acknowledge.isPending}
                  onClick={() => acknowledge.mutate({ path: `/api/orders/${encodeURIComponent(o.clientOrderId)}/acknowledge` })}
                  aria-label={`Acknowledge ${o.side} ${o.instrumentId}`}
                >
                  Acknowledge
                </button>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}

function blocks(order: Order): boolean {
  return order.leavesQuantity > 0 && !order.acknowledgedBy;
}
