import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useApi, useCommand } from '../../api/useApi';
import type { Page } from '../../api/types';
import { useSession } from '../../auth/Session';
import { useLive } from '../../live/Live';
import { Badge } from '../../parts/Badge';
import { Failure } from '../../parts/Failure';
import { time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';
import { chosenIn } from './options';
import { Progress } from './Progress';
import { endedStatuses, type Job } from './types';

const pageSize = 20;

export function Jobs({ opened }: { opened: string | undefined }) {
  const { hasRole } = useSession();
  const { connected } = useLive();
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  // Events move the list; it is asked for often only while they do not come.
  const jobs = useApi<Page<Job>>(`/api/analytics/jobs?limit=${pageSize}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, connected ? 30_000 : 3_000);
  const cancel = useCommand<unknown>(['/api/analytics/jobs']);
  const next = jobs.data?.next;
  return (
    <Panel title="Jobs">
      <Failure error={cancel.error} />
      <Query query={jobs} empty="No jobs yet: choose screen, pair-backtest or lookahead-check above." isEmpty={(d) => d.items.length === 0}>
        {(page) => (
          <Table
            caption="Jobs"
            rows={page.items}
            rowKey={(job) => job.jobId}
            columns={[
              {
                name: 'Asked (UTC)',
                cell: (job) => (
                  <Link to={`?job=${encodeURIComponent(job.jobId)}`} aria-current={job.jobId === opened || undefined} aria-label={`Open ${job.method} of ${time(job.createdAt)}`}>
                    {time(job.createdAt)}
                  </Link>
                ),
              },
              { name: 'Method', cell: (job) => job.method },
              { name: 'Status', cell: (job) => <span className="row-actions"><Badge value={job.status} /> <Progress job={job} /></span> },
              { name: 'Instruments', cell: (job) => instruments(job) },
              { name: 'By', cell: (job) => job.by },
              {
                name: '',
                cell: (job) =>
                  !endedStatuses.includes(job.status) && hasRole('trader') ? (
                    <button
                      type="button"
                      disabled={cancel.isPending}
                      onClick={() => cancel.mutate({ path: `/api/analytics/jobs/${encodeURIComponent(job.jobId)}`, method: 'DELETE' })}
                      aria-label={`Cancel ${job.method} of ${time(job.createdAt)}`}
                    >
                      Cancel
                    </button>
                  ) : null,
              },
            ]}
          />
        )}
      </Query>
      {(cursor || next) && (
        <div className="actions">
          <button type="button" disabled={!cursor} onClick={() => setCursors((all) => all.slice(0, -1))}>Newer</button>
          <button type="button" disabled={!next} onClick={() => next && setCursors((all) => [...all, next])}>Older</button>
        </div>
      )}
    </Panel>
  );
}

function instruments(job: Job): string {
  const named = chosenIn(job.request);
  if (named.length === 0) return 'all';
  return named.length <= 3 ? named.join(', ') : `${named.slice(0, 2).join(', ')} and ${named.length - 2} more`;
}
