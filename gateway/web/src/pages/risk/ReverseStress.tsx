import type { RiskLimit, StressReport } from '../../api/riskTypes';
import { Table } from '../../parts/Table';
import { measured } from '../../parts/units';
import { breaking, movesAtBreak, nearestFirst } from './stressReading';

/** The reverse question: how much of each scenario it takes to break the drawdown limit. */
export function ReverseStress({ reports, limits }: { reports: StressReport[]; limits: RiskLimit[] | undefined }) {
  const limit = limits?.find((one) => one.name === 'drawdown');
  const [nearest] = nearestFirst(reports);
  return (
    <div className="field">
      <h4>Reverse stress</h4>
      <p className="quiet">
        {`The smallest multiple of each scenario at which the book loses the drawdown limit${limit ? `, ${measured(limit.value, limit.unit)}` : ''}. `}
        {nearest && (nearest.breakingMultiple === null
          ? 'No scenario does so, up to a hundred times as severe: the book is hedged against all of them, or holds too little.'
          : `The nearest is ${nearest.name} at ${breaking(nearest)}: ${movesAtBreak(nearest)}.`)}
      </p>
      {nearest && nearest.breakingMultiple !== null && (
        <Table
          caption="Reverse stress"
          rows={nearestFirst(reports)}
          rowKey={(report) => report.name}
          columns={[
            { name: 'Scenario', cell: (report) => report.name },
            { name: 'Breaks the limit at', numeric: true, cell: breaking },
            { name: 'Moves that break it', cell: movesAtBreak },
          ]}
        />
      )}
    </div>
  );
}
