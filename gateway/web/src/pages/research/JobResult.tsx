import { useEffect, useRef } from 'react';
import { useApi } from '../../api/useApi';
import { useLive } from '../../live/Live';
import { Badge } from '../../parts/Badge';
import { time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { BacktestReport } from './BacktestReport';
import { LookAheadReport } from './LookAheadReport';
import { Progress } from './Progress';
import { SaveJson } from './SaveJson';
import { ScreenReport } from './ScreenReport';
import { endedStatuses, type BacktestResult, type Job, type LookAheadResult, type ScreenResult } from './types';
import { Values } from './Values';

interface Handlers {
  onAgain: (job: Job) => void;
  onBacktest: (a: string, b: string) => void;
}

export function JobResult({ jobId, onClose, onAgain, onBacktest }: { jobId: string; onClose: () => void } & Handlers) {
  const { connected } = useLive();
  const job = useApi<Job>(`/api/analytics/jobs/${encodeURIComponent(jobId)}`, connected ? 30_000 : 3_000);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="opened">
      <Panel title={job.data ? `${job.data.method}, ${time(job.data.createdAt)} UTC` : 'Job'} aside={<button type="button" onClick={onClose}>Close</button>}>
        <Query query={job}>
          {(now) => (
            <>
              <p className="actions">
                <Badge value={now.status} />
                {!endedStatuses.includes(now.status) && <Progress job={now} />}
                <span className="quiet">{`by ${now.by}${now.endedAt ? `, ended ${time(now.endedAt)}` : ''}`}</span>
                <button type="button" className="link" onClick={() => onAgain(now)}>Ask this again</button>
              </p>
              <Ending job={now} />
              {now.status === 'succeeded' && <Result job={now} onBacktest={onBacktest} />}
            </>
          )}
        </Query>
      </Panel>
    </div>
  );
}

function Ending({ job }: { job: Job }) {
  switch (job.status) {
    case 'failed':
      return <p role="alert" className="error">{job.detail ?? 'It failed.'}{job.code && <> (<code>{job.code}</code>)</>}</p>;
    case 'interrupted':
      return <p className="error">{job.detail ?? 'The service ended while it ran: start it again.'}</p>;
    case 'cancelled':
      return <p className="quiet">It was cancelled: there is no result.</p>;
    case 'queued':
      return <p className="quiet">It waits for the job before it.</p>;
    default:
      return null;
  }
}

function Result({ job, onBacktest }: { job: Job; onBacktest: Handlers['onBacktest'] }) {
  const result = useApi<unknown>(`/api/analytics/jobs/${encodeURIComponent(job.jobId)}/result`, false);
  return (
    <Query query={result}>
      {(value) => (
        <>
          <Report method={job.method} value={value} onBacktest={onBacktest} />
          <div className="actions"><SaveJson name={`${job.method}-${job.jobId}`} value={value} /></div>
        </>
      )}
    </Query>
  );
}

function Report({ method, value, onBacktest }: { method: string; value: unknown; onBacktest: Handlers['onBacktest'] }) {
  switch (method) {
    case 'screen':
      return <ScreenReport result={value as ScreenResult} onBacktest={onBacktest} />;
    case 'pair-backtest':
      return <BacktestReport result={value as BacktestResult} />;
    case 'lookahead-check':
      return <LookAheadReport result={value as LookAheadResult} />;
    default:
      return <Values values={value as Record<string, unknown>} />;
  }
}
