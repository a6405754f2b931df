namespace Superintel.Prediction.Analytics.Research;

/// <summary>One round trip of a pair.</summary>
/// <param name="EntryBar">Row of the opening fill.</param>
/// <param name="ExitBar">Row of the closing fill.</param>
/// <param name="Direction">1 long the spread, -1 short.</param>
/// <param name="QuantityY">Units of the first leg, signed.</param>
/// <param name="QuantityX">Units of the second leg, signed.</param>
/// <param name="ProfitAndLoss">In currency, after all costs.</param>
public readonly record struct PairTrade(
    int EntryBar, int ExitBar, int Direction, double QuantityY, double QuantityX, double ProfitAndLoss);
