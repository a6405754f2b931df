import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { LimitChange, RiskLimit } from '../../api/riskTypes';
import { useSession } from '../../auth/Session';
import { time } from '../../parts/format';
import { measured, stored, unitName, written } from '../../parts/units';
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
                  { name: 'Value', numeric: true, cell: (l) => measured(l.value, l.unit) },
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
                <Opened key={limit.name}>
                  {hasRole('senior') && <Editor limit={limit} onDone={() => setChosen(undefined)} />}
                  <History limit={limit} />
                </Opened>
              )}
            </>
          );
        }}
      </Query>
    </Panel>
  );
}

// Below a list that is longer than the window: it comes into sight when it opens.
function Opened({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: 'center' });
  }, []);
  return <div ref={box} className="field">{children}</div>;
}

function Editor({ limit, onDone }: { limit: RiskLimit; onDone: () => void }) {
  const change = useCommand<RiskLimit>(['/api/risk']);
  const [value, setValue] = useState(written(limit.value, limit.unit));
  const wanted = stored(value, limit.unit);
  const valid = wanted !== undefined && wanted >= limit.minimum && wanted <= limit.maximum;
  const unit = unitName(limit.unit);
  return (
    <Reasoned
      label={`${limit.name}: from ${measured(limit.minimum, limit.unit)} to ${measured(limit.maximum, limit.unit)}`}
      action="Change"
      busy={change.isPending || !valid}
      error={change.error}
      onSend={(reason) =>
        change.mutate({ path: `/api/risk/limits/${limit.name}`, method: 'PUT', body: { value: wanted, reason } }, { onSuccess: onDone })
      }
      onCancel={onDone}
    >
      <label className="comment">
        {unit ? `Value, ${unit}` : 'Value'}
        <input inputMode="decimal" value={value} onChange={(event) => setValue(event.target.value)} aria-invalid={!valid} />
      </label>
    </Reasoned>
  );
}

function History({ limit: { name, unit } }: { limit: RiskLimit }) {
  const history = useApi<{ changes: LimitChange[] }>(`/api/risk/limits/${name}/history`);
  return (
    <Query query={history} empty={`${name} was never changed.`} isEmpty={(d) => d.changes.length === 0}>
      {(data) => (
        <Table
          caption={`Changes of ${name}`}
          rows={data.changes}
          rowKey={(c) => c.version}
          columns={[
            { name: 'At (UTC)', cell: (c) => time(c.at) },
            { name: 'From', numeric: true, cell: (c) => measured(c.oldValue, unit) },
            { name: 'To', numeric: true, cell: (c) => measured(c.newValue, unit) },
            { name: 'By', cell: (c) => c.by },
            { name: 'Reason', cell: (c) => c.reason },
          ]}
        />
      )}
    </Query>
  );
}
