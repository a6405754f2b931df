import { useState, type FormEvent } from 'react';
import { useCommand } from '../../api/useApi';
import { useSession } from '../../auth/Session';
import { Failure } from '../../parts/Failure';
import { InstrumentPicker } from './InstrumentPicker';
import { OptionFields } from './OptionFields';
import { formOptions, objection, requestOf, seriesCount, takesAll, type Draft } from './options';
import { StatisticResult } from './StatisticResult';
import type { Job, Method, StatisticReply } from './types';

export function Ask({ methods, draft, onDraft, onStarted }: {
  methods: Method[];
  draft: Draft;
  onDraft: (next: Draft) => void;
  onStarted: (jobId: string) => void;
}) {
  const { hasRole } = useSession();
  const compute = useCommand<StatisticReply>([]);
  const start = useCommand<Job>(['/api/analytics/jobs']);
  const [computed, setComputed] = useState<string>();
  const method = methods.find((one) => one.name === draft.method) ?? methods[0]!;
  const isJob = method.kind === 'job';
  const forbidden = isJob && !hasRole('trader');
  const missing = objection(draft, method);
  const command = isJob ? start : compute;

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (missing || forbidden || command.isPending) return;
    const body = requestOf(draft, method);
    if (isJob) start.mutate({ path: '/api/analytics/jobs', body }, { onSuccess: (job) => onStarted(job.jobId) });
    else {
      setComputed(method.name);
      compute.mutate({ path: `/api/analytics/stats/${encodeURIComponent(method.name)}`, body });
    }
  }

  return (
    <>
      <form onSubmit={send} aria-label="What to ask" className="ask">
        <label>
          Method
          <select value={method.name} onChange={(event) => onDraft({ ...draft, method: event.target.value, options: {} })}>
            <Group label="Statistics" methods={methods.filter((one) => one.kind === 'statistic')} />
            <Group label="Jobs" methods={methods.filter((one) => one.kind === 'job')} />
          </select>
        </label>
        <p className="quiet small">{`${method.description} Takes ${seriesCount(method)}.`}</p>
        <InstrumentPicker
          chosen={draft.instruments}
          onChange={(instruments) => onDraft({ ...draft, instruments })}
          none={takesAll(method) ? 'None chosen: all instruments of the stored bars.' : `None chosen yet: ${seriesCount(method)}.`}
        />
        <Window draft={draft} onDraft={onDraft} />
        <OptionFields options={formOptions(method)} texts={draft.options} onChange={(options) => onDraft({ ...draft, options })} />
        <Failure error={command.error} />
        {forbidden && <p className="quiet">Starting a job needs the role trader; statistics are open to you.</p>}
        <div className="actions">
          <button type="submit" className="primary" disabled={Boolean(missing) || forbidden || command.isPending}>
            {isJob ? (start.isPending ? 'Starting…' : 'Start') : compute.isPending ? 'Computing…' : 'Compute'}
          </button>
          <span className="quiet small" role="status">{forbidden ? '' : missing}</span>
        </div>
      </form>
      {!isJob && compute.data && computed === method.name && <StatisticResult reply={compute.data} />}
    </>
  );
}

function Group({ label, methods }: { label: string; methods: Method[] }) {
  if (methods.length === 0) return null;
  return (
    <optgroup label={label}>
      {methods.map((one) => <option key={one.name}>{one.name}</option>)}
    </optgroup>
  );
}

function Window({ draft, onDraft }: { draft: Draft; onDraft: (next: Draft) => void }) {
  return (
    <fieldset>
      <legend>Window (UTC days; empty: all that is stored)</legend>
      <div className="fields">
        <label>
          From
          <input type="date" value={draft.from} onChange={(event) => onDraft({ ...draft, from: event.target.value })} />
        </label>
        <label>
          To
          <input type="date" value={draft.to} onChange={(event) => onDraft({ ...draft, to: event.target.value })} />
        </label>
        <label className="tick">
          <input type="checkbox" checked={draft.log} onChange={(event) => onDraft({ ...draft, log: event.target.checked })} />
          Logarithms of prices
        </label>
      </div>
    </fieldset>
  );
}
