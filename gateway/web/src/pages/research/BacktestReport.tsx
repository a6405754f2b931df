import { useMemo } from 'react';
import { Chart } from '../../parts/Chart';
import { money, number, percent, time } from '../../parts/format';
import { Table } from '../../parts/Table';
import type { BacktestResult } from './types';

const mostTrades = 500;

export function BacktestReport({ result }: { result: BacktestResult }) {
  const lines = useMemo(
    () => [{ name: 'Equity', color: '#4cc2ff', points: result.equity.map((value, index) => ({ at: index + 1, value })) }],
    [result.equity],
  );
  const { rule } = result;
  return (
    <>
      <p className="quiet">
        {`${result.pair.join(' against ')}, ${result.bars} traded bars; enter at ${rule.entry}, exit at ${rule.exit}, `}
        {`${rule.stop === null ? 'no stop' : `stop at ${rule.stop}`}, ${rule.maxHold === 0 ? 'no longest holding' : `at most ${rule.maxHold} bars`}`}
      </p>
      <dl className="figures">
        {measures(result).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Chart lines={lines} label="Equity per traded bar, in currency, after costs" />
      <Bootstrap bootstrap={result.bootstrap} />
      <Trades trades={result.trades} />
    </>
  );
}

function measures(r: BacktestResult): [string, string][] {
  return [
    ['Total return', percent(r.totalReturn)],
    ['Return a year', percent(r.cagr)],
    ['Volatility a year', percent(r.volatility)],
    ['Sharpe', number(r.sharpe)],
    ['Sortino', number(r.sortino)],
    ['Calmar', number(r.calmar)],
    ['Greatest drawdown', percent(r.maxDrawdown)],
    ['CVaR 95 a bar', percent(r.cvar95)],
    ['Hit rate', percent(r.hitRate, 0)],
    ['In the market', percent(r.exposure, 0)],
    ['Turnover of capital', number(r.turnover)],
    ['Costs', money(r.costs)],
    ['Probabilistic Sharpe', number(r.probabilisticSharpe, 3)],
    [`Deflated Sharpe (${r.trials} ${r.trials === 1 ? 'trial' : 'trials'})`, number(r.deflatedSharpe, 3)],
  ];
}

function Bootstrap({ bootstrap }: { bootstrap: BacktestResult['bootstrap'] }) {
  const rows: [string, number[], (value: number | undefined) => string][] = [
    ['Total return', bootstrap.totalReturn, percent],
    ['Sharpe', bootstrap.sharpe, number],
    ['Greatest drawdown', bootstrap.maxDrawdown, percent],
  ];
  return (
    <div className="field">
      <h4>{`Bootstrap of ${bootstrap.paths} paths; a loss in ${percent(bootstrap.lossProbability, 0)} of them`}</h4>
      <Table
        caption="Bootstrap"
        rows={rows}
        rowKey={([name]) => name}
        columns={[
          { name: 'Measure', cell: ([name]) => name },
          { name: 'Low', numeric: true, cell: ([, range, show]) => show(range[0]) },
          { name: 'Median', numeric: true, cell: ([, range, show]) => show(range[1]) },
          { name: 'High', numeric: true, cell: ([, range, show]) => show(range[2]) },
        ]}
      />
    </div>
  );
}

function Trades({ trades }: { trades: BacktestResult['trades'] }) {
  if (trades.length === 0) return <p className="quiet empty">The rule never traded.</p>;
  return (
    <details className="field">
      <summary>{`${trades.length} ${trades.length === 1 ? 'trade' : 'trades'}`}</summary>
      <Table
        caption="Trades"
        rows={trades.slice(0, mostTrades)}
        rowKey={(trade) => `${trade.entry}/${trade.exit}`}
        columns={[
          { name: 'Entry', cell: (t) => time(t.entry), sort: (t) => t.entry },
          { name: 'Exit', cell: (t) => time(t.exit) },
          { name: 'Direction', cell: (t) => (t.direction > 0 ? 'long' : 'short') },
          { name: 'Quantity a', numeric: true, cell: (t) => number(t.quantityA) },
          { name: 'Quantity b', numeric: true, cell: (t) => number(t.quantityB) },
          { name: 'Result', numeric: true, cell: (t) => <span className={t.profitAndLoss < 0 ? 'loss' : 'gain'}>{money(t.profitAndLoss)}</span>, sort: (t) => t.profitAndLoss },
        ]}
      />
      {trades.length > mostTrades && <p className="quiet small">{`The first ${mostTrades}; all are in what is saved.`}</p>}
    </details>
  );
}
