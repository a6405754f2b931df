import type { QueryClient } from '@tanstack/react-query';
import type { Page } from '../api/types';
import { endedStatuses, type Job } from '../pages/research/types';

const list = '/api/analytics/jobs?';
const one = (jobId: string) => `/api/analytics/jobs/${encodeURIComponent(jobId)}`;

/** Moves the bars of the jobs on the page at once. Returns the paths that must be asked for again: none while only a bar moves. */
export function moveProgress(queries: QueryClient, data: Record<string, unknown>): string[] {
  const { jobId, status, progress } = data as Partial<Job>;
  if (typeof jobId !== 'string' || !status) return [];
  let known = false;
  let moved = false;
  const step = (job: Job): Job => {
    known = true;
    // What has ended stays so: an event may be overtaken by the list.
    if (endedStatuses.includes(job.status)) return job;
    moved ||= job.status !== status;
    return { ...job, status, progress: Math.max(job.progress, progress ?? 0) };
  };
  queries.setQueriesData<Page<Job>>({ predicate: (query) => String(query.queryKey[0]).startsWith(list) }, (page) =>
    page && { ...page, items: page.items.map((job) => (job.jobId === jobId ? step(job) : job)) });
  queries.setQueryData<Job>([one(jobId)], (job) => job && step(job));
  return moved || !known ? [list, one(jobId)] : [];
}
