import type { FactorExposure, RiskMeasures } from '../../api/riskTypes';
import { number, percent } from '../../parts/format';
import { Table } from '../../parts/Table';

const reasons: Record<string, string> = {
  'unknown-instrument': 'the instrument was never listed',
  'insufficient-history': 'too few common days',
  'prices-invalid': 'a price is not above zero',
  'does-not-vary': 'its returns do not vary',
  'follows-others': 'it follows the other factors',
};

/** What the book's results follow, and each instrument's part in it. */
export function Factors({ measures: { factors, assets } }: { measures: RiskMeasures }) {
  if (factors.factors.length === 0) return <p className="quiet small">No factor is set to measure the book against (setting Risk:Factors).</p>;
  return (
    <div className="field">
      <h4>Factor exposure</h4>
      <p className="quiet">{fitted(factors)}</p>
      <Table
        caption="Factor exposure"
        rows={factors.factors}
        rowKey={(factor) => factor.name}
        columns={[
          { name: 'Factor', cell: (factor) => factor.name },
          { name: 'Measured by', cell: (factor) => factor.instrumentId },
          { name: 'Beta of the book', numeric: true, cell: (factor) => number(factor.beta, 3) },
          { name: 'Note', cell: (factor) => (factor.code ? (reasons[factor.code] ?? factor.code) : '') },
        ]}
      />
      {factors.factors.some((factor) => factor.beta !== null) && (
        <Table
          caption="Factor betas by instrument"
          rows={assets}
          rowKey={(asset) => asset.instrumentId}
          columns={[
            { name: 'Instrument', cell: (asset) => asset.instrumentId },
            ...factors.factors.map((factor) => ({
              name: factor.name,
              numeric: true,
              cell: (asset: RiskMeasures['assets'][number]) => number(asset.factorBetas[factor.name], 3),
            })),
            { name: 'R²', numeric: true, cell: (asset) => percent(asset.factorRSquared, 1) },
          ]}
        />
      )}
    </div>
  );
}

function fitted({ historyDays, rSquared }: FactorExposure): string {
  if (historyDays === 0) return 'No beta could be fitted.';
  return `Change of the book, as a fraction of NAV, per unit of the factor’s return, the other factors held; fitted on ${number(historyDays, 0)} days, R² ${percent(rSquared, 1)}.`;
}
