import { useState } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { RestrictedInstrument } from '../../api/riskTypes';
import { useSession } from '../../auth/Session';
import { time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';
import { Reasoned } from './Reasoned';

export function Restricted() {
  const { hasRole } = useSession();
  const list = useApi<{ instruments: RestrictedInstrument[] }>('/api/risk/restricted');
  const change = useCommand<unknown>(['/api/risk/restricted']);
  const [asked, setAsked] = useState<{ instrument: string; restricted: boolean }>();
  const send = (reason: string) =>
    asked &&
    change.mutate(
      { path: `/api/risk/restricted/${encodeURIComponent(asked.instrument.trim())}`, method: 'PUT', body: { restricted: asked.restricted, reason } },
      { onSuccess: () => setAsked(undefined) },
    );
  const add = hasRole('senior') && !asked && (
    <button type="button" onClick={() => setAsked({ instrument: '', restricted: true })}>Restrict an instrument</button>
  );
  return (
    <Panel title="Restricted list" aside={add}>
      <Query query={list} empty="Nothing is restricted." isEmpty={(d) => d.instruments.length === 0}>
        {(data) => (
          <Table
            caption="Restricted list"
            rows={data.instruments}
            rowKey={(i) => i.instrumentId}
            columns={[
              { name: 'Instrument', cell: (i) => i.instrumentId },
              { name: 'Reason', cell: (i) => i.reason },
              { name: 'By (UTC)', cell: (i) => `${i.by}, ${time(i.at)}` },
              {
                name: '',
                cell: (i) =>
                  hasRole('senior') ? (
                    <button type="button" onClick={() => setAsked({ instrument: i.instrumentId, restricted: false })} aria-label={`Take off ${i.instrumentId}`}>
                      Take off
                    </button>
                  ) : null,
              },
            ]}
          />
        )}
      </Query>
      {asked && (
        <Reasoned
          label={asked.restricted ? 'No entry may be made in it any more; what is held may be closed.' : `Take ${asked.instrument} off the list`}
          action={asked.restricted ? 'Restrict' : 'Take off'}
          busy={change.isPending || asked.instrument.trim() === ''}
          error={change.error}
          onSend={send}
          onCancel={() => setAsked(undefined)}
        >
          {asked.restricted && (
            <label className="comment">
              Instrument
              <input value={asked.instrument} onChange={(event) => setAsked({ ...asked, instrument: event.target.value })} placeholder="KO.XNYS" />
            </label>
          )}
        </Reasoned>
      )}
    </Panel>
  );
}
