import { percent } from '../../parts/format';
import { endedStatuses, type Job } from './types';

export function Progress({ job }: { job: Job }) {
  if (job.status === 'queued') return null;
  if (endedStatuses.includes(job.status)) return job.code ? <code>{job.code}</code> : null;
  return (
    <span className="progress">
      <progress max={1} value={job.progress} aria-label={`Progress of ${job.method}`} /> {percent(job.progress, 0)}
    </span>
  );
}
