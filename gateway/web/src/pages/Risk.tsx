import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useApi, useCommand } from '../api/useApi';
import type { KillSwitch, Page, RiskLimit, Verdict } from '../api/types';
import { useSession } from '../auth/Session';
import { Badge } from '../parts/Badge';
import { pairName, plain, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table } from '../parts/Table';

export function Risk() {
  const limits = useApi<{ limits: RiskLimit[] }>('/api/risk/limits');
  const verdicts = useApi<Page<Verdict>>('/api/risk/verdicts?limit=50');
  return (
    <>
      <h1>Risk</h1>
      <Switch />
      <Panel title="Limits">
        <Query query={limits}>
          {(data) => (
            <Table
              caption="Limits"
              rows={data.limits}
              rowKey={(l) => l.name}
              columns={[
                { name: 'Limit', cell: (l) => l.name },
                { name: 'Value', numeric: true, cell: (l) => plain(l.value) },
                { name: 'Unit', cell: (l) => l.unit },
                { name: 'What it guards', cell: (l) => l.description },
                { name: 'Changed', cell: (l) => (l.changedBy ? `${l.changedBy}, ${time(l.changedAt)}` : 'default') },
              ]}
            />
          )}
        </Query>
      </Panel>
      <Panel title="Verdicts">
        <Query query={verdicts} empty="No verdicts yet." isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <Table
              caption="Verdicts"
              rows={page.items}
              rowKey={(v) => v.decisionId}
              columns={[
                { name: 'At', cell: (v) => <Link to={`/decisions/${v.decisionId}`}>{time(v.at)}</Link> },
                { name: 'Pair', cell: (v) => pairName(v.pairId) },
                { name: 'Verdict', cell: (v) => <Badge value={v.verdict} /> },
                { name: 'Reasons', cell: (v) => v.reasons.map((r) => `${r.code}: ${r.detail}`).join('; ') || '–' },
              ]}
            />
          )}
        </Query>
      </Panel>
    </>
  );
}

function Switch() {
  const { hasRole } = useSession();
  const current = useApi<KillSwitch>('/api/risk/kill-switch');
  const move = useCommand<KillSwitch>(['/api/risk']);
  const [reason, setReason] = useState('');
  const to = (state: string, flatten = false) => move.mutate({ path: '/api/risk/kill-switch', body: { state, flatten, reason } });
  const ready = hasRole('trader') && reason.trim().length > 0 && !move.isPending;
  return (
    <Panel title="Kill switch" aside={current.data && <Badge value={current.data.state} />}>
      <Query query={current}>
        {(now) => (
          <>
            <p className="quiet">{now.at ? `${now.reason} (${now.by}, ${time(now.at)})` : 'Never moved.'}</p>
            <label className="comment">
              Reason
              <input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} placeholder="needed, kept in the journal" />
            </label>
            {move.isError && <p role="alert" className="error">{move.error.message}</p>}
            <div className="actions">
              <button type="button" disabled={!ready || now.state === 'reduce-only'} onClick={() => to('reduce-only')}>Reduce only</button>
              <button type="button" className="danger" disabled={!ready} onClick={() => to('halted')}>Halt</button>
              <button type="button" className="danger" disabled={!ready} onClick={() => to('halted', true)}>Flatten and halt</button>
              <button type="button" disabled={!ready || !hasRole('senior') || now.state === 'active'} onClick={() => to('active')}>Resume</button>
            </div>
          </>
        )}
      </Query>
    </Panel>
  );
}
