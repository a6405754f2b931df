import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { moveProgress } from './jobProgress';

const list = '/api/analytics/jobs?limit=20';

function holding(status: string, progress: number) {
  const queries = new QueryClient();
  queries.setQueryData([list], { items: [{ jobId: 'j1', status, progress }] });
  queries.setQueryData(['/api/analytics/jobs/j1'], { jobId: 'j1', status, progress });
  const job = () => queries.getQueryData<{ items: { status: string; progress: number }[] }>([list])!.items[0]!;
  return { queries, job };
}

describe('progress of a job', () => {
  it('moves the bar at once and asks for nothing while only the bar moves', () => {
    const { queries, job } = holding('running', 0.2);
    expect(moveProgress(queries, { jobId: 'j1', status: 'running', progress: 0.5 })).toEqual([]);
    expect(job().progress).toBe(0.5);
    expect(queries.getQueryData(['/api/analytics/jobs/j1'])).toMatchObject({ progress: 0.5 });
  });

  it('never goes back, nor out of an end', () => {
    const { queries, job } = holding('running', 0.7);
    moveProgress(queries, { jobId: 'j1', status: 'running', progress: 0.5 });
    expect(job().progress).toBe(0.7);
    const ended = holding('cancelled', 0.7);
    expect(moveProgress(ended.queries, { jobId: 'j1', status: 'running', progress: 0.9 })).toEqual([]);
    expect(ended.job().status).toBe('cancelled');
  });

  it('asks again when a job ends or was not known', () => {
    const { queries, job } = holding('running', 0.7);
    expect(moveProgress(queries, { jobId: 'j1', status: 'succeeded', progress: 1 })).toContain('/api/analytics/jobs?');
    expect(job().status).toBe('succeeded');
    expect(moveProgress(queries, { jobId: 'j2', status: 'queued', progress: 0 })).toContain('/api/analytics/jobs?');
    expect(moveProgress(queries, {})).toEqual([]);
  });
});
