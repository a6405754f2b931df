import { useApi } from '../../api/useApi';
import type { ExposureBucket, RiskMeasures } from '../../api/riskTypes';
import { money, pairName, percent, quantity } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';
import { Factors } from './Factors';
import { Liquidity } from './Liquidity';

export function Exposure() {
  const measures = useApi<RiskMeasures>('/api/risk/measures');
  return (
    <Panel title="Exposure">
      <Query query={measures}>
        {(now) => (
          <>
            <dl className="figures">
              <Figure name="Gross exposure" value={money(now.grossExposure, now.currency)} />
              <Figure name="Net exposure" value={money(now.netExposure, now.currency)} />
              <Figure name="VaR 95 %, one day" value={percent(now.var95)} />
              <Figure name="CVaR 95 %, one day" value={percent(now.cvar95)} />
              <Figure name="VaR 99 %, one day" value={percent(now.var99)} />
              <Figure name="CVaR 99 %, one day" value={percent(now.cvar99)} />
              <Figure name="Volatility, annual" value={percent(now.volatility)} />
              {now.assets.length > 0 && (
                <>
                  <Figure name="Volatility, EWMA" value={percent(now.ewmaVolatility)} />
                  <Figure name="Volatility, GARCH" value={percent(now.garchVolatility)} />
                  <Figure name="Volatility, HAR" value={percent(now.harVolatility)} />
                  <Figure name="Maximum drawdown" value={percent(now.maximumDrawdown)} />
                  <Figure name="Effective positions" value={now.effectiveAssets.toFixed(1)} />
                  <Figure name="Largest of gross" value={percent(now.largestShare, 1)} />
                </>
              )}
            </dl>
            {now.assets.length > 0 && (
              <p className="quiet small">
                {now.historyDays === 0
                  ? 'Fractions of NAV. There is no history of what is held yet, so no measure of its tail.'
                  : `Historical, of today’s book over ${now.historyDays} days of its instruments’ history; fractions of NAV. The maximum drawdown is of the same.`}
              </p>
            )}
            {now.assets.length === 0 && <p className="quiet empty">Nothing is held and no order is at work.</p>}
            {now.assets.length > 0 && (
              <>
                <Table
                  caption="CVaR by asset"
                  rows={now.assets}
                  rowKey={(a) => a.instrumentId}
                  columns={[
                    { name: 'Instrument', cell: (a) => a.instrumentId },
                    { name: 'Sector', cell: (a) => a.sector },
                    { name: 'Value', numeric: true, cell: (a) => money(a.value, now.currency) },
                    { name: 'Worst case', numeric: true, cell: (a) => money(a.worst, now.currency) },
                    { name: 'CVaR 95', numeric: true, cell: (a) => percent(a.cvar95) },
                    { name: 'Component CVaR', numeric: true, cell: (a) => percent(a.componentCvar95) },
                    { name: 'Correlation', numeric: true, cell: (a) => a.correlation?.toFixed(2) ?? '–' },
                  ]}
                />
                <div className="values field">
                  <Buckets caption="By asset class" rows={now.byAssetClass} currency={now.currency} />
                  <Buckets caption="By sector" rows={now.bySector} currency={now.currency} />
                  <Buckets caption="By pair" rows={now.byPair.map((b) => ({ ...b, name: pairName(b.name) }))} currency={now.currency} />
                  <Cash measures={now} />
                </div>
                <Factors measures={now} />
                <Liquidity measures={now} />
              </>
            )}
            {now.external.length > 0 && (
              <div className="field">
                <Table
                  caption="Not the desk’s"
                  rows={now.external}
                  rowKey={(o) => o.orderId ?? `${o.venue}/${o.account}/${o.instrumentId}`}
                  columns={[
                    { name: 'Not the desk’s', cell: (o) => o.instrumentId },
                    { name: 'What', cell: (o) => `${o.orderId ? 'order' : 'position'} at ${o.venue}, ${o.account}` },
                    { name: 'Units', numeric: true, cell: (o) => quantity(o.quantity) },
                    { name: 'Value', numeric: true, cell: (o) => money(o.value, now.currency) },
                  ]}
                />
              </div>
            )}
            {now.assets.length === 0 && <Cash measures={now} />}
          </>
        )}
      </Query>
    </Panel>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Cash({ measures }: { measures: RiskMeasures }) {
  return (
    <Table
      caption="Cash"
      rows={measures.cash}
      rowKey={(c) => c.currency}
      columns={[
        { name: 'Cash', cell: (c) => c.currency },
        { name: 'Balance', numeric: true, cell: (c) => money(c.balance, c.currency) },
        { name: 'Worth', numeric: true, cell: (c) => money(c.value, measures.currency) },
      ]}
    />
  );
}

function Buckets({ caption, rows, currency }: { caption: string; rows: ExposureBucket[]; currency: string }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(b) => b.name}
      columns={[
        { name: caption, cell: (b) => b.name },
        { name: 'Gross', numeric: true, cell: (b) => money(b.gross, currency) },
        { name: 'Net', numeric: true, cell: (b) => money(b.net, currency) },
      ]}
    />
  );
}
