import type { ChaosReport, RiskLimit, Spread } from '../../api/riskTypes';
import { Badge } from '../../parts/Badge';
import { money, number, percent } from '../../parts/format';
import { Table } from '../../parts/Table';
import { measured, probability } from '../../parts/units';
import { Omitted } from './Omitted';

/** What the paths came to. */
export function ChaosOutcome({ report, limits }: { report: ChaosReport; limits: RiskLimit[] | undefined }) {
  const unit = (name: string) => limits?.find((limit) => limit.name === name)?.unit ?? '';
  const spreads: [string, Spread | null, (value: number) => string][] = [
    ['Maximum drawdown', report.drawdown, percent],
    ['Largest loss against today', report.loss, percent],
    ['Days to the first breaker', report.daysToBreaker, (days) => number(days, 0)],
    ['Lost after it opened', report.lossAfter, percent],
  ];
  const share = (name: string, value: number) => (
    <span className="share">
      <span className="bar" aria-hidden="true"><span style={{ width: `${value * 100}%` }} /></span>
      <span title={name}>{probability(value, report.paths)}</span>
    </span>
  );
  return (
    <section aria-label="Result of the simulation" aria-live="polite" className="result">
      <p className="quiet">
        {`${report.model}: ${number(report.paths, 0)} paths of ${number(report.steps, 0)} trading days, seed ${report.seed}, from a net asset value of ${money(report.netAssetValue, report.currency)}.`}
      </p>
      <Omitted positions={report.leftOut} />
      <Table
        caption="Distribution over the paths"
        rows={spreads.filter((one) => one[1] !== null)}
        rowKey={([name]) => name}
        columns={[
          { name: 'Of the paths', cell: ([name]) => name },
          { name: 'Median', numeric: true, cell: ([, spread, text]) => text(spread!.median) },
          { name: '95th percentile', numeric: true, cell: ([, spread, text]) => text(spread!.p95) },
          { name: '99th percentile', numeric: true, cell: ([, spread, text]) => text(spread!.p99) },
          { name: 'Largest', numeric: true, cell: ([, spread, text]) => text(spread!.worst) },
        ]}
      />
      {report.daysToBreaker === null && <p className="quiet small">No breaker opened on any path.</p>}
      <div className="values wider field">
        <Table
          caption="Breakers that act"
          rows={report.tiers}
          rowKey={(tier) => tier.tier}
          columns={[
            { name: 'A breaker opens to', cell: (tier) => <><Badge value={tier.tier} /> or further</> },
            { name: 'Probability', numeric: true, cell: (tier) => share(tier.tier, tier.probability) },
          ]}
        />
        <Table
          caption="Limits that prices alone carry the book past"
          rows={report.limits}
          rowKey={(limit) => limit.name}
          columns={[
            { name: 'Limit passed by prices alone', cell: (limit) => limit.name },
            { name: 'Set to', numeric: true, cell: (limit) => measured(limit.value, unit(limit.name)) },
            { name: 'Probability', numeric: true, cell: (limit) => share(limit.name, limit.probability) },
          ]}
        />
      </div>
    </section>
  );
}
