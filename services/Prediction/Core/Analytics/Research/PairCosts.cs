namespace Superintel.Prediction.Analytics.Research;

/// <summary>What trading and holding a pair costs, per leg.</summary>
/// <param name="FeeBps">Commission in basis points of the notional of each fill.</param>
/// <param name="HalfSpreadBps">Half of the quoted spread, paid on each fill.</param>
/// <param name="SlippageBps">Expected further loss on each fill.</param>
/// <param name="FeePerShare">Commission per unit, in currency.</param>
/// <param name="BorrowBpsPerYear">Lending fee on the value of the short leg.</param>
/// <param name="FundingBpsPerBar">Funding on the gross value of both legs per bar (perpetual futures), always paid.</param>
public readonly record struct PairCosts(
    double FeeBps = 0,
    double HalfSpreadBps = 0,
    double SlippageBps = 0,
    double FeePerShare = 0,
    double BorrowBpsPerYear = 0,
    double FundingBpsPerBar = 0)
{
    /// <summary>Fraction of notional lost on each fill.</summary>
    public double FillFraction => (FeeBps + HalfSpreadBps + SlippageBps) * 1e-4;
}
