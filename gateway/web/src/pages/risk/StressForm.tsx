import { useState, type FormEvent } from 'react';
import { useCommand } from '../../api/useApi';
import type { RiskLimit, StressReport } from '../../api/riskTypes';
import { Failure } from '../../parts/Failure';
import { money, percent } from '../../parts/format';
import { Broken } from './Broken';
import { assetClasses, shockBody, type Shocks } from './shocks';
import { breaking, moves } from './stressReading';
import { StressPositions } from './StressPositions';

const nothing: Shocks = { scenario: '', multiple: '1', assets: {}, currency: '', currencyMove: '' };

/** A multiple of a named scenario, or one's own moves by asset class and of one currency. */
export function StressForm({ scenarios, limits }: { scenarios: string[]; limits: RiskLimit[] | undefined }) {
  const run = useCommand<StressReport>([]);
  const [shocks, setShocks] = useState<Shocks>(nothing);
  const asked = shockBody(shocks);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ('body' in asked) run.mutate({ path: '/api/risk/stress', body: asked.body });
  }
  return (
    <form onSubmit={send} aria-label="A stress of one's own" className="ask field">
      <h4>One’s own</h4>
      <div className="fields narrow">
        <label>
          Scenario
          <select value={shocks.scenario} onChange={(event) => setShocks({ ...shocks, scenario: event.target.value })}>
            <option value="">my own moves</option>
            {scenarios.map((name) => <option key={name}>{name}</option>)}
          </select>
        </label>
        <Field label="Times" text={shocks.multiple} onText={(multiple) => setShocks({ ...shocks, multiple })} />
        {shocks.scenario === '' && (
          <>
            {assetClasses.map((name) => (
              <Field
                key={name}
                label={`${name} %`}
                text={shocks.assets[name] ?? ''}
                onText={(text) => setShocks({ ...shocks, assets: { ...shocks.assets, [name]: text } })}
              />
            ))}
            <Field label="Currency (code)" text={shocks.currency} onText={(currency) => setShocks({ ...shocks, currency })} letters />
            <Field label="Currency in dollars %" text={shocks.currencyMove} onText={(currencyMove) => setShocks({ ...shocks, currencyMove })} />
          </>
        )}
      </div>
      <Failure error={run.error} />
      <div className="actions">
        <button type="submit" disabled={!('body' in asked) || run.isPending}>{run.isPending ? 'Running…' : 'Run'}</button>
        <span className="quiet small" role="status">{'objection' in asked ? asked.objection : ''}</span>
      </div>
      {run.data && <Outcome report={run.data} limits={limits} />}
    </form>
  );
}

function Field({ label, text, onText, letters }: { label: string; text: string; onText: (text: string) => void; letters?: boolean }) {
  return (
    <label>
      {label}
      <input value={text} onChange={(event) => onText(event.target.value)} inputMode={letters ? 'text' : 'decimal'} maxLength={12} />
    </label>
  );
}

function Outcome({ report, limits }: { report: StressReport; limits: RiskLimit[] | undefined }) {
  return (
    <section aria-label="Result of the stress" aria-live="polite">
      <p className="quiet">{`${report.name}: ${moves(report)}`}</p>
      <dl className="figures">
        <div><dt>Loss</dt><dd className={report.loss > 0 ? 'loss' : undefined}>{money(report.loss, report.currency)}</dd></div>
        <div><dt>Of net asset value</dt><dd>{percent(report.lossShare)}</dd></div>
        <div><dt>Breaks</dt><dd><Broken report={report} limits={limits} /></dd></div>
        <div><dt>Drawdown breaks at</dt><dd>{breaking(report)}</dd></div>
      </dl>
      <StressPositions report={report} />
    </section>
  );
}
