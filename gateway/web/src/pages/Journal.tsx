import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { JournalEntry, Page, Verification } from '../api/types';
import { useSession } from '../auth/Session';
import { journaledKinds } from '../live/eventKinds';
import { Failure } from '../parts/Failure';
import { number, sentence, time } from '../parts/format';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Table } from '../parts/Table';

export function Journal() {
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  const [kind, setKind] = useState('');
  const entries = useApi<Page<JournalEntry>>(`/api/journal?limit=50${kind ? `&kind=${kind}` : ''}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  const next = entries.data?.next;
  return (
    <>
      <h1>Journal</h1>
      <Verify />
      <Panel
        title="Entries"
        aside={
          <label className="filter">
            <span>Show</span>
            <select
              value={kind}
              onChange={(event) => {
                setKind(event.target.value);
                setCursors([]);
              }}
            >
              <option value="">everything</option>
              {journaledKinds.map((one) => <option key={one} value={one}>{sentence(one)}</option>)}
            </select>
          </label>
        }
      >
        <Query query={entries} empty={kind ? `Nothing of this kind: ${sentence(kind)}.` : 'The journal is empty.'} isEmpty={(d) => d.items.length === 0}>
          {(page) => (
            <Table
              caption="Journal entries, newest first"
              rows={page.items}
              rowKey={(e) => e.sequence}
              columns={[
                { name: 'Entry', numeric: true, cell: (e) => e.sequence },
                { name: 'At (UTC)', cell: (e) => time(e.occurredAt) },
                { name: 'What', cell: (e) => sentence(e.kind) },
                { name: 'Decision', cell: (e) => (e.decisionId ? <Link to={`/decisions/${e.decisionId}`}>{e.decisionId.slice(0, 9)}</Link> : '–') },
                { name: 'Hash', cell: (e) => <code title={e.hash}>{e.hash.slice(0, 12)}</code> },
              ]}
            />
          )}
        </Query>
        <div className="actions">
          <button type="button" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>Newer</button>
          <button type="button" disabled={!next} onClick={() => next && setCursors([...cursors, next])}>Older</button>
        </div>
      </Panel>
    </>
  );
}

function Verify() {
  const { request } = useSession();
  const [state, setState] = useState<{ busy?: boolean; result?: Verification; error?: Error }>({});
  async function verify() {
    setState({ busy: true });
    try {
      setState({ result: await request<Verification>('/api/journal/verify') });
    } catch (failure) {
      setState({ error: failure instanceof Error ? failure : new Error(String(failure)) });
    }
  }
  return (
    <Panel title="Proof" aside={<button type="button" className="primary" disabled={state.busy} onClick={() => void verify()}>{state.busy ? 'Verifying…' : 'Verify the chain'}</button>}>
      <div role="status">
        {state.result?.valid && (
          <p className="gain">
            The journal is whole: {number(state.result.entries, 0)} entries in {number(state.result.elapsedSeconds)} s, head <code>{state.result.headHash.slice(0, 16)}</code>.
          </p>
        )}
        {state.result && !state.result.valid && (
          <p className="loss">
            Broken at entry {state.result.firstBroken?.sequence}: {state.result.firstBroken?.detail} ({state.result.firstBroken?.code})
          </p>
        )}
        <Failure error={state.error} />
        {!state.result && !state.error && <p className="quiet">Every entry carries the hash of the one before it. Verifying recomputes them all.</p>}
      </div>
    </Panel>
  );
}
