import type { StressReport } from '../../api/riskTypes';
import { money } from '../../parts/format';
import { Table } from '../../parts/Table';

type Position = StressReport['positions'][number];

export function StressPositions({ report }: { report: StressReport }) {
  if (report.positions.length === 0) return <p className="quiet empty">Nothing is held: there is nothing to lose.</p>;
  return (
    <Table
      caption={`Positions under ${report.name}`}
      rows={report.positions}
      rowKey={(p) => p.instrumentId}
      columns={[
        { name: 'Instrument', cell: (p) => p.instrumentId, sort: (p) => p.instrumentId },
        { name: 'Value', numeric: true, cell: (p) => money(p.value, report.currency), sort: (p) => p.value },
        ...(report.positions.some((p) => p.externalValue !== 0)
          ? [{ name: 'Of it not the desk’s', numeric: true, cell: (p: Position) => (p.externalValue === 0 ? '–' : money(p.externalValue, report.currency)) }]
          : []),
        { name: 'Loss', numeric: true, cell: (p) => <span className={p.loss > 0 ? 'loss' : undefined}>{money(p.loss, report.currency)}</span>, sort: (p) => p.loss },
      ]}
    />
  );
}
