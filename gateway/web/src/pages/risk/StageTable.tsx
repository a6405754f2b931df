import type { Stage } from '../../api/riskTypes';
import { Badge } from '../../parts/Badge';
import { measured } from '../../parts/units';
import { Table } from '../../parts/Table';

interface Row {
  stage: Stage;
  input: Stage['inputs'][number] | undefined;
  first: boolean;
}

// Days of history are the one number that has to reach its limit; all others must stay below theirs.
function breaks({ value, limit, unit }: Stage['inputs'][number]): boolean {
  return limit !== null && (unit === 'days' ? value < limit : value >= limit);
}

/** The pre-trade chain stage by stage, with the numbers that each looked at. */
export function StageTable({ stages, caption }: { stages: Stage[]; caption: string }) {
  const ran = stages.filter((stage) => stage.outcome !== 'not-run');
  const idle = stages.filter((stage) => stage.outcome === 'not-run').map((stage) => stage.stage);
  const rows = ran.flatMap<Row>((stage) =>
    stage.inputs.length === 0
      ? [{ stage, input: undefined, first: true }]
      : stage.inputs.map((input, index) => ({ stage, input, first: index === 0 })),
  );
  return (
    <>
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => `${row.stage.stage}/${row.input?.name ?? ''}`}
        columns={[
          { name: 'Stage', cell: ({ stage, first }) => (first ? stage.stage : <span className="unseen">{stage.stage}</span>) },
          { name: 'Outcome', cell: ({ stage, first }) => (first ? <><Badge value={stage.outcome} /> {stage.codes.join(', ')}</> : null) },
          { name: 'Measure', cell: ({ input }) => input?.name ?? '–' },
          {
            name: 'Value',
            numeric: true,
            cell: ({ stage, input }) => input && <span className={stage.outcome === 'vetoed' && breaks(input) ? 'loss' : undefined}>{measured(input.value, input.unit)}</span>,
          },
          { name: 'Limit', numeric: true, cell: ({ input }) => input && measured(input.limit, input.unit) },
        ]}
      />
      {idle.length > 0 && <p className="quiet small">{`Not run: ${idle.join(', ')}.`}</p>}
    </>
  );
}
