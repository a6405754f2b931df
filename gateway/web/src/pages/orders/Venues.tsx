import { useApi } from '../../api/useApi';
import type { VenuePosition, VenueStanding } from '../../api/reconciliation';
import { Badge } from '../../parts/Badge';
import { time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Table } from '../../parts/Table';

/** Venues whose newest comparison did not come through; nothing is shown where all are compared. */
export function Venues() {
  const answer = useApi<{ positions: VenuePosition[]; venues: VenueStanding[] }>('/api/reconciliation');
  const rows = (answer.data?.venues ?? []).filter((v) => v.state === 'waiting' || v.lastError !== null);
  const waiting = rows.filter((v) => v.state === 'waiting').length;
  if (rows.length === 0) return null;
  return (
    <Panel title="Venues that do not answer" aside={waiting > 0 && <span className="badge warn">{`${waiting} without orders`}</span>}>
      <p className="quiet">
        A venue takes no order, not even an exit, before its book has been compared once since Execution began. It is asked again by itself. One that has
        not answered three times in a row is silent: nothing is opened there, exits go on.
      </p>
      <Table
        caption="Venues that do not answer"
        rows={rows}
        rowKey={(v) => v.venue}
        columns={[
          { name: 'Venue', cell: (v) => `${v.venue}, ${v.account}` },
          { name: 'State', cell: (v) => <Badge value={v.state} /> },
          { name: 'Since (UTC)', cell: (v) => (v.comparedAt === null ? `first comparison, since ${time(v.since)}` : `compared at ${time(v.comparedAt)}`) },
          { name: 'Attempts', numeric: true, cell: (v) => v.failures },
          { name: 'Last error', cell: (v) => v.lastError ?? 'not asked yet' },
          { name: 'Code', cell: (v) => v.code ?? '–' },
        ]}
      />
    </Panel>
  );
}
