import { useState } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { LimitChange, RiskLimit } from '../../api/riskTypes';
import { useSession } from '../../auth/Session';
import { plain, time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';
import { Reasoned } from './Reasoned';

export function Limits() {
  const { hasRole } = useSession();
  const limits = useApi<{ limits: RiskLimit[] }>('/api/risk/limits');
  const [chosen, setChosen] = useState<string>();
  return (
    <Panel title="Limits">
      <Query query={limits}>
        {(data) => {
          const limit = data.limits.find((l) => l.name === chosen);
          return (
            <>
              <Table
                caption="Limits"
                rows={data.limits}
                rowKey={(l) => l.name}
                columns={[
                  { name: 'Limit', cell: (l) => l.name },
                  { name: 'Value', numeric: true, cell: (l) => plain(l.value) },
                  { name: 'Unit', cell: (l) => l.unit },
                  { name: 'What it guards', wraps: true, cell: (l) => l.description },
                  { name: 'Changed (UTC)', cell: (l) => (l.changedBy ? `${l.changedBy}, ${time(l.changedAt)}` : 'default') },
                  {
                    name: '',
                    cell: (l) => (
                      <button type="button" onClick={() => setChosen(l.name)} aria-label={`${hasRole('senior') ? 'Change' : 'History of'} ${l.name}`}>
                        {hasRole('senior') ? 'Change' : 'History'}
                      </button>
                    ),
                  },
                ]}
              />
              {limit && (
                <>
                  {hasRole('senior') && <Editor key={limit.name} limit={limit} onDone={() => setChosen(undefined)} />}
                  <History name={limit.name} />
                </>
              )}
            </>
          );
        }}
      </Query>
    </Panel>
  );
}

function Editor({ limit, onDone }: { limit: RiskLimit; onDone: () => void }) {
  const change = useCommand<RiskLimit>(['/api/risk']);
  const [value, setValue] = useState(String(limit.value));
  const wanted = Number(value);
  const valid = value.trim() !== '' && wanted >= limit.minimum && wanted <= limit.maximum;
  return (
    <Reasoned
      label={`${limit.name}: ${plain(limit.minimum)} to ${plain(limit.maximum)} ${limit.unit}`}
      action="Change"
      busy={change.isPending || !valid}
      error={change.error}
      onSend={(reason) =>
        change.mutate({ path: `/api/risk/limits/${limit.name}`, method: 'PUT', body: { value: wanted, reason } }, { onSuccess: onDone })
      }
      onCancel={onDone}
    >
      <label className="comment">
        Value
        <input inputMode="decimal" value={value} onChange={(event) => setValue(event.target.value)} aria-invalid={!valid} />
      </label>
    </Reasoned>
  );
}

function History({ name }: { name: string }) {
  const history = useApi<{ changes: LimitChange[] }>(`/api/risk/limits/${name}/history`);
  return (
    <Query query={history} empty="Never changed." isEmpty={(d) => d.changes.length === 0}>
      {(data) => (
        <Table
          caption={`Changes of ${name}`}
          rows={data.changes}
          rowKey={(c) => c.version}
          columns={[
            { name: 'At (UTC)', cell: (c) => time(c.at) },
            { name: 'From', numeric: true, cell: (c) => plain(c.oldValue) },
            { name: 'To', numeric: true, cell: (c) => plain(c.newValue) },
            { name: 'By', cell: (c) => c.by },
            { name: 'Reason', cell: (c) => c.reason },
          ]}
        />
      )}
    </Query>
  );
}
