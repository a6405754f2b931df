using System.Collections.Immutable;

namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>What the gate remembers of one series: a function of its stored and quarantined bars, so that a restart remembers the
/// same.</summary>
public sealed record BarTrack
{
    public static readonly BarTrack Empty = new();

    /// <summary>The last good bar.</summary>
    public Bar? Last { get; private init; }

    /// <summary>Logarithmic returns between good bars, oldest first.</summary>
    public ImmutableArray<double> Returns { get; private init; } = [];

    /// <summary>Known volumes above zero of good bars, oldest first.</summary>
    public ImmutableArray<decimal> Volumes { get; private init; } = [];

    /// <summary>The close of the bar that was just refused: a second one at its level is a new level, not a second error.</summary>
    public decimal? SuspectClose { get; private init; }

    public int ConsecutiveFailures { get; private init; }

    /// <param name="bars">The last good bars, oldest first; one more than the window for the same memory as before a restart.</param>
    /// <param name="lastRefused">The last quarantined bar of the series, if there is one.</param>
    public static BarTrack Of(IReadOnlyList<Bar> bars, QuarantinedBar? lastRefused, int window)
    {
        var track = bars.Aggregate(Empty, (t, bar) => t.Accept(bar, window));
        return lastRefused is not null && (track.Last is null || lastRefused.Candidate.ClosedAt > track.Last.ClosedAt)
            ? track with { SuspectClose = lastRefused.Candidate.Close, ConsecutiveFailures = lastRefused.ConsecutiveFailures }
            : track;
    }

    public BarTrack Accept(Bar bar, int window) => new()
    {
        Last = bar,
        Returns = Last is { Close: > 0m } && bar.Close > 0m ? Append(Returns, Math.Log((double)(bar.Close / Last.Close)), window) : Returns,
        Volumes = bar.Volume is > 0m ? Append(Volumes, bar.Volume.Value, window) : Volumes,
    };

    public BarTrack Refuse(BarCandidate candidate) => this with
    {
        SuspectClose = candidate.Close,
        ConsecutiveFailures = ConsecutiveFailures + 1,
    };

    private static ImmutableArray<T> Append<T>(ImmutableArray<T> values, T value, int window) =>
        values.Length < window ? values.Add(value) : [.. values.AsSpan()[^(window - 1)..], value];
}
