import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '../api/useApi';
import { Panel } from '../parts/Panel';
import { Query } from '../parts/Query';
import { Ask } from './research/Ask';
import { JobResult } from './research/JobResult';
import { Jobs } from './research/Jobs';
import { draftOf, emptyDraft, type Draft } from './research/options';
import type { Job, Method } from './research/types';

/** Statistics at once, long studies as jobs; the opened job is in the address, so that it can be kept and passed on. */
export function Research() {
  const methods = useApi<{ methods: Method[] }>('/api/analytics/methods', 300_000);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [address, setAddress] = useSearchParams();
  const opened = address.get('job') ?? undefined;
  const open = (jobId: string | undefined) => setAddress(jobId ? { job: jobId } : {});
  const form = useRef<HTMLDivElement>(null);
  const fill = (next: Draft) => {
    setDraft(next);
    form.current?.querySelector('select')?.focus(); // the form is above what filled it
  };
  const again = (job: Job) => fill(draftOf(job.method, job.request));
  const backtest = (a: string, b: string) => fill({ ...draft, method: 'pair-backtest', instruments: [a, b], options: {} });
  return (
    <>
      <h1>Research</h1>
      <div ref={form}>
        <Panel title="Ask">
          <Query query={methods} empty="The desk offers no methods." isEmpty={(d) => d.methods.length === 0}>
            {(data) => <Ask methods={data.methods} draft={draft} onDraft={setDraft} onStarted={open} />}
          </Query>
        </Panel>
      </div>
      {opened && <JobResult key={opened} jobId={opened} onClose={() => open(undefined)} onAgain={again} onBacktest={backtest} />}
      <Jobs opened={opened} />
    </>
  );
}
