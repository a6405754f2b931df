using System.Collections.Immutable;

namespace Superintel.Risk.Breakers;

/// <summary>The last orders and fills at one venue.</summary>
/// <param name="Rejects">Oldest first, true for an order that the venue refused; at most <see cref="Window"/>.</param>
/// <param name="Slippage">Oldest first, cost against the reference price as a fraction of what was traded; at most
/// <see cref="Window"/>.</param>
public sealed record VenueGauge(string Venue, ImmutableArray<bool> Rejects, ImmutableArray<double> Slippage)
{
    public const int Window = 20;

    /// <summary>Fewer than this say nothing.</summary>
    public const int Least = 10;

    public static VenueGauge New(string venue) => new(venue, [], []);

    public double RejectRate => Rejects.Length < Least ? 0 : (double)Rejects.Count(rejected => rejected) / Rejects.Length;

    /// <summary>Mean, zero when fills were better than their reference.</summary>
    public double MeanSlippage => Slippage.Length < Least ? 0 : Math.Max(0, Slippage.Average());

    public VenueGauge Order(bool rejected) => this with { Rejects = Last(Rejects, rejected) };

    public VenueGauge Fill(double slippage) => this with { Slippage = Last(Slippage, slippage) };

    private static ImmutableArray<T> Last<T>(ImmutableArray<T> values, T next) =>
        [.. values.Skip(Math.Max(0, values.Length + 1 - Window)), next];
}
