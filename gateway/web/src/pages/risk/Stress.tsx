import { useState } from 'react';
import { useApi } from '../../api/useApi';
import type { RiskLimit, ScenarioList, StressReport } from '../../api/riskTypes';
import { money, percent } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';
import { Broken } from './Broken';
import { Omitted } from './Omitted';
import { moves, worst } from './stressReading';
import { ReverseStress } from './ReverseStress';
import { StressForm } from './StressForm';
import { StressPositions } from './StressPositions';

/** What today's positions would lose at once; the book is priced anew once a minute, not with every bar. */
export function Stress() {
  const scenarios = useApi<ScenarioList>('/api/risk/scenarios', 60_000);
  const limits = useApi<{ limits: RiskLimit[] }>('/api/risk/limits');
  const [chosen, setChosen] = useState<string>();
  return (
    <Panel title="Stress">
      <p className="quiet">
        Instantaneous moves of all positions in the desk’s accounts, the desk’s or not; orders at work are not in it. “Breaks” names the loss limits that such a loss alone exceeds.
      </p>
      <Query query={scenarios} empty="No scenario is known." isEmpty={(d) => d.scenarios.length === 0}>
        {(data) => {
          const report = data.scenarios.find((one) => one.name === chosen);
          return (
            <>
              <Omitted positions={data.scenarios[0]?.leftOut ?? []} />
              <Table
                caption="Scenarios"
                rows={data.scenarios}
                rowKey={(s) => s.name}
                columns={[
                  {
                    name: 'Scenario',
                    sort: (s) => s.name,
                    cell: (s) => (
                      <button type="button" className="link" onClick={() => setChosen(s.name === chosen ? undefined : s.name)} aria-expanded={s.name === chosen}>
                        {s.name}
                      </button>
                    ),
                  },
                  { name: 'Loss', numeric: true, cell: (s) => <Loss value={s.loss} text={money(s.loss, s.currency)} />, sort: (s) => s.loss },
                  { name: 'Of NAV', numeric: true, cell: (s) => percent(s.lossShare), sort: (s) => s.lossShare },
                  { name: 'Breaks', cell: (s) => <Broken report={s} limits={limits.data?.limits} /> },
                  { name: 'Worst asset', cell: worstText },
                  { name: 'Moves', wraps: true, cell: (s) => moves(s).split('; ').map((move) => <div key={move} className="whole">{move}</div>) },
                  { name: 'Source', wraps: true, cell: (s) => <span className="quiet small">{s.source}</span> },
                ]}
              />
              {report && (
                <div className="field">
                  <StressPositions report={report} />
                </div>
              )}
              <ReverseStress reports={data.scenarios} limits={limits.data?.limits} />
              <StressForm known={data} limits={limits.data?.limits} />
            </>
          );
        }}
      </Query>
    </Panel>
  );
}

function Loss({ value, text }: { value: number; text: string }) {
  return <span className={value > 0 ? 'loss' : value < 0 ? 'gain' : undefined}>{text}</span>;
}

function worstText(report: StressReport): string {
  const position = worst(report);
  return position ? `${position.instrumentId}, ${money(position.loss, report.currency)}` : '–';
}
