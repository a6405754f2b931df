using Superintel.Kernel;

namespace Superintel.VenueSimulator.Matching;

/// <summary>One execution.</summary>
/// <param name="Id">From 1, unique at the venue.</param>
/// <param name="Fee">Above zero is a cost.</param>
/// <param name="IsMaker">True when it rested in the book.</param>
public sealed record SimFill(
    long Id, long OrderId, string ClientId, string Symbol, Side Side, decimal Quantity, decimal Price, decimal Fee, string FeeCurrency,
    bool IsMaker, DateTimeOffset At)
{
    /// <summary>Counts its corrections, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>What it was before it was corrected; null: it never was.</summary>
    public SimFill? Replaced { get; init; }
}
