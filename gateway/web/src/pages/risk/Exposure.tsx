import { useApi } from '../../api/useApi';
import type { ExposureBucket, RiskMeasures } from '../../api/riskTypes';
import { money, pairName, percent, quantity } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';
import { Table } from '../../parts/Table';

export function Exposure() {
  const measures = useApi<RiskMeasures>('/api/risk/measures');
  return (
    <Panel title="Exposure">
      <Query query={measures}>
        {(now) => (
          <>
            <p className="quiet">
              {`Gross ${money(now.grossExposure, now.currency)}, net ${money(now.netExposure, now.currency)}; one day: `}
              {`VaR 95 ${percent(now.var95)}, CVaR 95 ${percent(now.cvar95)}, VaR 99 ${percent(now.var99)}, CVaR 99 ${percent(now.cvar99)}; `}
              {`volatility ${percent(now.volatility)} a year, on ${now.historyDays} days`}
            </p>
            {now.assets.length > 0 && (
              <p className="quiet">
                {`Annual volatility: EWMA ${percent(now.ewmaVolatility)}, GARCH ${percent(now.garchVolatility)}, `}
                {`HAR ${percent(now.harVolatility)}; maximum drawdown of this book on its history ${percent(now.maximumDrawdown)}; `}
                {`effective positions ${now.effectiveAssets.toFixed(1)}, the largest ${percent(now.largestShare)} of gross`}
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
                <Buckets caption="By asset class" rows={now.byAssetClass} currency={now.currency} />
                <Buckets caption="By sector" rows={now.bySector} currency={now.currency} />
                <Buckets caption="By pair" rows={now.byPair.map((b) => ({ ...b, name: pairName(b.name) }))} currency={now.currency} />
              </>
            )}
            {now.external.length > 0 && (
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
            )}
            <Table
              caption="Cash"
              rows={now.cash}
              rowKey={(c) => c.currency}
              columns={[
                { name: 'Cash', cell: (c) => c.currency },
                { name: 'Balance', numeric: true, cell: (c) => money(c.balance, c.currency) },
                { name: 'Worth', numeric: true, cell: (c) => money(c.value, now.currency) },
              ]}
            />
          </>
        )}
      </Query>
    </Panel>
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
