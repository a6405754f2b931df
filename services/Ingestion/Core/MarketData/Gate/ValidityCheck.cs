using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>Can this be a price at all: numbers, positive, high and low around open and close, not of the future, not a jump.</summary>
public static class ValidityCheck
{
    public static IEnumerable<GateFailure> Check(BarCandidate bar, GateContext context)
    {
        if (bar.Unreadable.Length > 0) yield return Invalid($"not a number: '{bar.Unreadable}'");
        if (bar.ClosedAt > context.Now) yield return Invalid($"future: closes {bar.ClosedAt:O}, it is {context.Now:O}");
        // Crude oil settled at -37.63 on 2020-04-20: a future's price may be below zero.
        if (context.AssetClass != AssetClass.Future && Lowest(bar) is <= 0m and var lowest) yield return Invalid($"not positive: {lowest}");
        if (OutOfOrder(bar) is { } disorder) yield return Invalid(disorder);
        if (Jump(bar, context) is { } jump) yield return Invalid(jump);
    }

    private static GateFailure Invalid(string detail) => new(GateCheck.Validity, detail);

    private static decimal? Lowest(BarCandidate bar) =>
        new[] { bar.Open, bar.High, bar.Low, bar.Close }.Min();

    private static string? OutOfOrder(BarCandidate bar) => bar switch
    {
        { High: { } high, Low: { } low } when high < low => $"order: high {high} below low {low}",
        { High: { } high, Open: { } open } when open > high => $"order: open {open} above high {high}",
        { High: { } high, Close: { } close } when close > high => $"order: close {close} above high {high}",
        { Low: { } low, Open: { } open } when open < low => $"order: open {open} below low {low}",
        { Low: { } low, Close: { } close } when close < low => $"order: close {close} below low {low}",
        _ => null,
    };

    private static string? Jump(BarCandidate bar, GateContext context)
    {
        if (bar.Close is not > 0m || context.Track.Last is not { Close: > 0m } last) return null;
        var limit = context.Limits.Jump(context.AssetClass);
        var move = Move(bar.Close.Value, last.Close);
        if (Math.Abs(move) <= limit.Unusual) return null;
        if (context.Track.SuspectClose is > 0m and var suspect && Math.Abs(Move(bar.Close.Value, suspect)) <= limit.Unusual) return null;
        if (Math.Abs(move) > limit.Always) return $"jump: {move:+0.000;-0.000} in logarithms from {last.Close} to {bar.Close}";
        if (context.Track.Returns.Length < context.Limits.LeastReturns) return null;
        return RobustScale.Distance(context.Track.Returns.AsSpan(), move) is { } z && z > limit.RobustZ
            ? $"jump: {z:0} robust standard deviations from {last.Close} to {bar.Close}"
            : null;
    }

    private static double Move(decimal to, decimal from) => Math.Log((double)to) - Math.Log((double)from);
}
