import { useState, type FormEvent } from 'react';
import { useCommand } from '../../api/useApi';
import type { RiskLimit, ScenarioList, StressReport } from '../../api/riskTypes';
import { Failure } from '../../parts/Failure';
import { money, number, percent } from '../../parts/format';
import { Broken } from './Broken';
import { Omitted } from './Omitted';
import { assetClasses, shockBody, type Shocks } from './shocks';
import { breaking, moves, movesAtBreak } from './stressReading';
import { StressPositions } from './StressPositions';

const drawnFigures = [['Median loss', 'median'], ['Loss, 95th percentile', 'loss95'], ['Loss, 99th percentile', 'loss99'], ['Largest loss', 'worst']] as const;
const nothing: Shocks = { scenario: '', multiple: '1', assets: {}, currency: '', currencyMove: '' };

/** A multiple of a named scenario, or one's own moves by asset class and of one currency. */
export function StressForm({ known, limits }: { known: ScenarioList; limits: RiskLimit[] | undefined }) {
  const run = useCommand<StressReport>([]);
  const [shocks, setShocks] = useState<Shocks>(nothing);
  const asked = shockBody(shocks);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ('body' in asked) run.mutate({ path: '/api/risk/stress', body: asked.body });
  }
  return (
    <form onSubmit={send} aria-label="A stress of one's own" className="ask field">
      <h4>Stress test</h4>
      <div className="fields narrow">
        <label>
          Scenario
          <select value={shocks.scenario} onChange={(event) => setShocks({ ...shocks, scenario: event.target.value })}>
            <option value="">my own moves</option>
            <optgroup label="Historical">{known.scenarios.map((one) => <option key={one.name}>{one.name}</option>)}</optgroup>
            <optgroup label="Drawn from the book’s covariance">{known.models.map((one) => <option key={one.name}>{one.name}</option>)}</optgroup>
          </select>
        </label>
        <Field label="Multiple" text={shocks.multiple} onText={(multiple) => setShocks({ ...shocks, multiple })} />
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
      <p className="quiet">
        {report.drawn
          ? `${report.name}: ${number(report.drawn.draws, 0)} draws, seed ${report.drawn.seed}; the loss is the mean of the worst hundredth. ${report.source}.`
          : `${report.name === 'own' ? 'Own moves' : report.name}: ${moves(report)}`}
      </p>
      <dl className="figures">
        <div><dt>Loss</dt><dd className={report.loss > 0 ? 'loss' : undefined}>{money(report.loss, report.currency)}</dd></div>
        <div><dt>Of NAV</dt><dd>{percent(report.lossShare)}</dd></div>
        <div><dt>Breaks</dt><dd><Broken report={report} limits={limits} /></dd></div>
        <div>
          <dt>Breaks drawdown at</dt>
          <dd>{breaking(report)}</dd>
          {!report.drawn && report.breakingMultiple !== null && <dd className="quiet small">{movesAtBreak(report)}</dd>}
        </div>
        {report.drawn && drawnFigures.map(([name, field]) => <div key={field}><dt>{name}</dt><dd>{money(report.drawn![field], report.currency)}</dd></div>)}
      </dl>
      <Omitted positions={report.leftOut} />
      <StressPositions report={report} />
    </section>
  );
}
