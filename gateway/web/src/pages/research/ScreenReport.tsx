import { useState } from 'react';
import { Badge } from '../../parts/Badge';
import { number } from '../../parts/format';
import { Table } from '../../parts/Table';
import { figure } from './shapes';
import type { ScreenedPair, ScreenResult } from './types';

const step = 100;

/** Confirmed pairs first and then by p-value, as the screen ranks them, until another order is asked for. */
export function ScreenReport({ result, onBacktest }: { result: ScreenResult; onBacktest: (a: string, b: string) => void }) {
  const [confirmedOnly, setConfirmedOnly] = useState(false);
  const [shown, setShown] = useState(step);
  const confirmed = result.pairs.filter((pair) => pair.confirmed);
  const pairs = confirmedOnly ? confirmed : result.pairs;
  const totals = `${figure(result.tested)} pairs tested, ${result.pairs.length} listed at a false discovery rate of ${figure(result.fdr)}, `
    + `${confirmed.length} confirmed, ${result.refused.length} refused; ${number(result.elapsedSeconds)} s`;
  return (
    <>
      <p className="quiet">{totals}</p>
      {result.pairs.length === 0 ? (
        <p className="quiet empty">No pair passes: the search may be widened with a higher fdr or a longer window.</p>
      ) : (
        <label className="tick">
          <input type="checkbox" checked={confirmedOnly} onChange={(event) => setConfirmedOnly(event.target.checked)} />
          Confirmed only
        </label>
      )}
      {pairs.length > 0 && <Pairs pairs={pairs} shown={shown} onBacktest={onBacktest} />}
      {confirmedOnly && pairs.length === 0 && <p className="quiet empty">No pair is confirmed.</p>}
      {pairs.length > shown && (
        <div className="actions">
          <button type="button" onClick={() => setShown(shown + step)}>Show more</button>
          <span className="quiet small">{`${shown} of ${pairs.length}`}</span>
        </div>
      )}
      {result.refused.length > 0 && <Refused refused={result.refused} />}
    </>
  );
}

function Pairs({ pairs, shown, onBacktest }: { pairs: ScreenedPair[]; shown: number; onBacktest: (a: string, b: string) => void }) {
  return (
    <Table
      caption="Pairs found"
      rows={pairs}
      most={shown}
      rowKey={(p) => `${p.a}~${p.b}`}
      columns={[
        { name: 'a', cell: (p) => p.a, sort: (p) => p.a },
        { name: 'b', cell: (p) => p.b, sort: (p) => p.b },
        { name: 'Statistic', numeric: true, cell: (p) => number(p.statistic), sort: (p) => p.statistic },
        { name: 'p', numeric: true, cell: (p) => figure(p.pValue), sort: (p) => p.pValue },
        { name: 'q', numeric: true, cell: (p) => figure(p.qValue), sort: (p) => p.qValue },
        { name: 'Half-life', numeric: true, cell: (p) => number(p.halfLife, 1), sort: (p) => p.halfLife },
        { name: 'Hedge ratio', numeric: true, cell: (p) => figure(p.hedgeRatio), sort: (p) => p.hedgeRatio },
        { name: 'Verdict', cell: (p) => <Badge value={p.confirmed ? 'confirmed' : 'objected'} />, sort: (p) => (p.confirmed ? 0 : 1) },
        { name: 'Objections', cell: (p) => p.objections.join(', ') || '–', sort: (p) => p.objections.length },
        {
          name: '',
          cell: (p) => (
            <button type="button" onClick={() => onBacktest(p.a, p.b)} aria-label={`Backtest ${p.a} and ${p.b}`}>Backtest</button>
          ),
        },
      ]}
    />
  );
}

function Refused({ refused }: { refused: ScreenResult['refused'] }) {
  return (
    <details className="field">
      <summary>{`${refused.length} refused`}</summary>
      <Table
        caption="Pairs refused"
        rows={refused.slice(0, step)}
        rowKey={(r) => `${r.a}~${r.b}`}
        columns={[
          { name: 'a', cell: (r) => r.a },
          { name: 'b', cell: (r) => r.b },
          { name: 'Code', cell: (r) => <code>{r.code}</code> },
        ]}
      />
      {refused.length > step && <p className="quiet small">{`The first ${step}; all are in what is saved.`}</p>}
    </details>
  );
}
