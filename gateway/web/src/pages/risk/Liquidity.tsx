import type { AssetRisk, BookLiquidity, RiskMeasures } from '../../api/riskTypes';
import { number, percent, quantity } from '../../parts/format';
import { Table } from '../../parts/Table';

const reasons: Record<string, string> = { 'volume-unknown': 'volume unknown', 'not-traded': 'not traded' };

/** How long it takes to sell the book without moving the market, and its risk until then. */
export function Liquidity({ measures: { liquidity, assets } }: { measures: RiskMeasures }) {
  if (assets.length === 0) return null;
  return (
    <div className="field">
      <h4>Liquidity horizon</h4>
      <p className="quiet">{summary(liquidity)}</p>
      <Table
        caption="Liquidity horizon"
        rows={assets}
        rowKey={(asset) => asset.instrumentId}
        columns={[
          { name: 'Instrument', cell: (asset) => asset.instrumentId },
          { name: 'Average daily volume', numeric: true, cell: (asset) => volume(asset) },
          { name: 'Days to liquidate', numeric: true, cell: (asset) => number(asset.liquidity.days), sort: (asset) => asset.liquidity.days },
          { name: 'VaR 95 until then', numeric: true, cell: (asset) => percent(asset.liquidity.var95) },
          { name: 'CVaR 95 until then', numeric: true, cell: (asset) => percent(asset.liquidity.cvar95) },
          { name: 'Note', cell: (asset) => (asset.liquidity.code ? (reasons[asset.liquidity.code] ?? asset.liquidity.code) : '') },
        ]}
      />
    </div>
  );
}

function summary(book: BookLiquidity): string {
  const sold = `Sold evenly at ${percent(book.participation, 0)} of the daily volume, averaged over at most ${number(book.volumeDays, 0)} days`;
  if (book.days === null) return `${sold}: not known for the book while the volume of ${book.unknown.join(', ') || 'an instrument'} is not.`;
  return `${sold}, the slowest instrument is gone after ${number(book.days)} days; until then VaR 95 ${percent(book.var95)}, CVaR 95 ${percent(book.cvar95)}, VaR 99 ${percent(book.var99)}, CVaR 99 ${percent(book.cvar99)}.`;
}

function volume(asset: AssetRisk): string {
  return asset.liquidity.dailyVolume === null ? '–' : quantity(Math.round(asset.liquidity.dailyVolume));
}
