import { Link } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { Verdict } from '../api/riskTypes';
import type { Page } from '../api/types';
import { Badge } from '../parts/Badge';
import { pairName, time } from '../parts/format';
import { anchor, Panel } from '../parts/Panel';
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

const sections = ['Kill switch', 'Breakers', 'Exposure', 'Pre-trade check', 'Stress', 'Chaos simulation', 'Limits', 'Restricted list', 'Verdicts'];

export function Risk() {
  return (
    <>
      <h1>Risk</h1>
      <nav aria-label="On this page" className="contents">
        {sections.map((title) => <a key={title} href={`#${anchor(title)}`}>{title}</a>)}
      </nav>
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
  const vetoed = ran.filter((stage) => stage.outcome === 'vetoed').length;
  if (ran.length === 0) return <>–</>;
  return (
    <details>
      <summary>{vetoed > 0 ? `${vetoed} of ${ran.length} vetoed` : `${ran.length}, none vetoed`}</summary>
      <StageTable stages={verdict.stages ?? []} caption={`Stages of ${pairName(verdict.pairId)}, ${time(verdict.at)}`} />
    </details>
  );
}
