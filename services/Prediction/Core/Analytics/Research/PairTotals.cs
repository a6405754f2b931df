namespace Superintel.Prediction.Analytics.Research;

/// <summary>What a simulated pair earned, summed bar by bar in currency.</summary>
/// <param name="Bars">Simulated bars.</param>
/// <param name="ProfitAndLoss">After all costs.</param>
/// <param name="Mean">Mean per bar.</param>
/// <param name="Deviation">Sample deviation per bar.</param>
/// <param name="MaximumDrawdown">Greatest fall of cumulated profit below its peak, positive.</param>
/// <param name="Trades">Round trips.</param>
/// <param name="Wins">Round trips with a profit.</param>
/// <param name="BarsInMarket">Bars with a position.</param>
/// <param name="Traded">Notional of all fills, both legs.</param>
/// <param name="Costs">Everything paid for trading and holding.</param>
public readonly record struct PairTotals(
    int Bars,
    double ProfitAndLoss,
    double Mean,
    double Deviation,
    double MaximumDrawdown,
    int Trades,
    int Wins,
    int BarsInMarket,
    double Traded,
    double Costs)
{
    /// <summary>Mean over deviation per bar; 0 when nothing happened.</summary>
    public double SharpePerBar => Deviation > 0 ? Mean / Deviation : 0;
}
