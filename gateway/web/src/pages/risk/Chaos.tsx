import { useState, type FormEvent } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { ChaosReport, RiskLimit, ScenarioList } from '../../api/riskTypes';
import { useSession } from '../../auth/Session';
import { Failure } from '../../parts/Failure';
import { Panel } from '../../parts/Panel';
import { ChaosOutcome } from './ChaosOutcome';
import { chaosBody, usualChaos } from './chaos';

/** Thousands of drawn paths of today's book through the limits and breakers as they are set. */
export function Chaos() {
  const { hasRole } = useSession();
  const scenarios = useApi<ScenarioList>('/api/risk/scenarios', 60_000);
  const limits = useApi<{ limits: RiskLimit[] }>('/api/risk/limits');
  const run = useCommand<ChaosReport>([]);
  const [draft, setDraft] = useState(usualChaos);
  const models = scenarios.data?.models ?? [];
  const asked = chaosBody(draft);
  const allowed = hasRole('trader');
  const field = (name: 'paths' | 'steps' | 'seed', label: string) => (
    <label>
      {label}
      <input value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} inputMode="numeric" maxLength={10} />
    </label>
  );
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ('body' in asked) run.mutate({ path: '/api/risk/chaos', body: asked.body });
  }
  return (
    <Panel title="Chaos simulation">
      <p className="quiet">
        Seeded paths of today’s book, day by day, through the limits and breakers as they are set. Nobody trades but the breakers; the same seed gives the same answer.
      </p>
      <form onSubmit={send} aria-label="A chaos simulation" className="ask">
        <div className="fields narrow">
          <label>
            Model
            <select value={draft.model} onChange={(event) => setDraft({ ...draft, model: event.target.value })}>
              {(models.length > 0 ? models.map((model) => model.name) : [draft.model]).map((name) => <option key={name}>{name}</option>)}
            </select>
          </label>
          {field('paths', 'Paths')}
          {field('steps', 'Trading days')}
          {field('seed', 'Seed')}
        </div>
        <p className="quiet small">{models.find((model) => model.name === draft.model)?.source}</p>
        <Failure error={run.error} />
        <div className="actions">
          <button type="submit" disabled={!allowed || !('body' in asked) || run.isPending}>{run.isPending ? 'Simulating…' : 'Simulate'}</button>
          {run.isPending && <progress aria-label="Simulating" />}
          <span className="quiet small" role="status">{!allowed ? 'Needs the role trader.' : 'objection' in asked ? asked.objection : ''}</span>
        </div>
      </form>
      {run.data && <ChaosOutcome report={run.data} limits={limits.data?.limits} />}
    </Panel>
  );
}
