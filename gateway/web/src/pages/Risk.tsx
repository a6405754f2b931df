import { Link } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { Verdict } from '../api/riskTypes';
import type { Page } from '../api/types';
import { Badge } from '../parts/Badge';
import { pairName, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table } from '../parts/Table';
import { Breakers } from './risk/Breakers';
import { Chaos } from './risk/Chaos';
import { Exposure } from './risk/Exposure';
import { Limits } from './risk/Limits';
import { Restricted } from './risk/Restricted';
import { StageTable } from './risk/StageTable';
import { Stress } from './risk/Stress';
import { Switch } from './risk/Switch';
import { WhatIf } from './risk/WhatIf';

export function Risk() {
  return (
    <>
      <h1>Risk</h1>
      <Switch />
      <Breakers />
      <Exposure />
      <WhatIf />
      <Stress />
      <Chaos />
      <Limits />
      <Restricted />
      <Verdicts />
    </>
  );
}

function Verdicts() {
  const verdicts = useApi<Page<Verdict>>('/api/risk/verdicts?limit=50');
  return (
    <Panel title="Verdicts">
      <Query query={verdicts} empty="No verdicts yet." isEmpty={(d) => d.items.length === 0}>
        {(page) => (
          <Table
            caption="Verdicts"
            rows={page.items}
            rowKey={(v) => v.decisionId}
            columns={[
              { name: 'At (UTC)', cell: (v) => <Link to={`/decisions/${v.decisionId}`}>{time(v.at)}</Link> },
              { name: 'Pair', cell: (v) => pairName(v.pairId) },
              { name: 'Verdict', cell: (v) => <Badge value={v.verdict} /> },
              { name: 'Stages', cell: (v) => <Stages verdict={v} /> },
              { name: 'Reasons', cell: (v) => v.reasons.map((r) => `${r.code}: ${r.detail}`).join('; ') || '–' },
            ]}
          />
        )}
      </Query>
    </Panel>
  );
}

function Stages({ verdict }: { verdict: Verdict }) {
  const ran = (verdict.stages ?? []).filter((stage) => stage.outcome !== 'not-run');
  if (ran.length === 0) return <>–</>;
  return (
    <details>
      <summary>{`${ran.filter((stage) => stage.outcome === 'passed').length} of ${ran.length} passed`}</summary>
      <StageTable stages={verdict.stages ?? []} caption={`Stages of ${pairName(verdict.pairId)}, ${time(verdict.at)}`} />
    </details>
  );
}
