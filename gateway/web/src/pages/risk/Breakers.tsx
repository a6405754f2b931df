import { useState } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { Breaker } from '../../api/riskTypes';
import { useSession } from '../../auth/Session';
import { Badge } from '../../parts/Badge';
import { time } from '../../parts/format';
import { measured } from '../../parts/units';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';
import { Reasoned } from './Reasoned';

export function Breakers() {
  const { hasRole } = useSession();
  const breakers = useApi<{ breakers: Breaker[] }>('/api/risk/breakers');
  const reset = useCommand<Breaker>(['/api/risk']);
  const [chosen, setChosen] = useState<string>();
  const send = (reason: string) =>
    reset.mutate(
      { path: `/api/risk/breakers/${encodeURIComponent(chosen ?? '')}/reset`, body: { reason } },
      { onSuccess: () => setChosen(undefined) },
    );
  return (
    <Panel title="Breakers">
      <Query query={breakers} empty="No breaker measures anything yet." isEmpty={(d) => d.breakers.length === 0}>
        {(data) => (
          <Table
            caption="Breakers and their readings"
            rows={data.breakers}
            rowKey={(b) => b.name}
            columns={[
              { name: 'Breaker', cell: (b) => b.name },
              { name: 'State', cell: (b) => <Badge value={b.tier} /> },
              { name: 'Reading', numeric: true, cell: (b) => measured(b.reading, b.unit) },
              { name: 'Limit', numeric: true, cell: (b) => measured(b.limit, b.unit) },
              { name: 'Last move (UTC)', wraps: true, cell: (b) => (b.at ? `${b.reason} (${b.by}, ${time(b.at)})` : 'never') },
              {
                name: '',
                cell: (b) =>
                  b.tier !== 'closed' && hasRole('senior') ? (
                    <button type="button" onClick={() => setChosen(b.name)} aria-label={`Reset ${b.name}`}>Reset</button>
                  ) : null,
              },
            ]}
          />
        )}
      </Query>
      {chosen && (
        <Reasoned
          label={`Reset ${chosen}: it measures anew from here.`}
          action="Reset"
          busy={reset.isPending}
          error={reset.error}
          onSend={send}
          onCancel={() => setChosen(undefined)}
        />
      )}
    </Panel>
  );
}
