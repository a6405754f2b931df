using Superintel.Contracts.Events.V1;

namespace Superintel.Prediction.Tests.Planted;

/// <summary>
/// A made-up market of daily closes: independent random walks, of which some pairs are tied by a mean-reverting spread. What is planted
/// is known, so what is found can be judged.
/// </summary>
internal sealed class PlantedMarket
{
    public const string Feed = "planted";
    private static readonly DateTimeOffset Start = new(1999, 1, 4, 21, 0, 0, TimeSpan.Zero);
    private readonly SortedDictionary<string, decimal[]> closes = new(StringComparer.Ordinal);

    private PlantedMarket(int bars) => Bars = bars;

    public int Bars { get; }

    public IReadOnlyList<string> Names => [.. closes.Keys];

    /// <param name="walks">Independent random walks W00, W01, ...</param>
    /// <param name="ties">Pairs PxxA, PxxB with ln A = 0.2 + 0.8 ln B + spread, the spread with a half-life of about five bars.</param>
    public static PlantedMarket Of(int seed, int bars, int walks, int ties)
    {
        var market = new PlantedMarket(bars);
        for (var i = 0; i < walks; i++) market.Add($"W{i:00}.TEST", Walk(new Noise((seed * 1009) + i), bars));
        for (var i = 0; i < ties; i++)
        {
            var b = Walk(new Noise((seed * 2003) + i), bars);
            var spread = Reverting(new Noise((seed * 3001) + i), bars);
            market.Add($"P{i:00}B.TEST", b);
            market.Add($"P{i:00}A.TEST", [.. b.Select((value, t) => 0.2 + (0.8 * value) + spread[t])]);
        }
        return market;
    }

    public IEnumerable<InstrumentListed> Listings() =>
        Names.Select(name => new InstrumentListed(name, name, "equity", "USD", 1m, 0.01m, true, "", Start.AddDays(-1)));

    public DateTimeOffset At(int bar) => Start.AddDays(bar);

    /// <summary>The slice of one bar; closes can be changed or left out on the way.</summary>
    /// <param name="change">New close from name and close; null leaves the bar out.</param>
    public BarClosed Slice(int bar, Func<string, decimal, decimal?>? change = null)
    {
        var closed = new List<ClosedBar>();
        foreach (var (name, values) in closes)
        {
            var close = change is null ? values[bar] : change(name, values[bar]);
            if (close is { } value) closed.Add(new ClosedBar(name, value, value, value, value, null, true));
        }
        return new BarClosed(Feed, "1d", At(bar), true, closed);
    }

    private static double[] Walk(Noise noise, int bars)
    {
        var level = 3.5;
        return [.. Enumerable.Range(0, bars).Select(_ => level += 0.012 * noise.Next())];
    }

    private static double[] Reverting(Noise noise, int bars)
    {
        var level = 0.0;
        return [.. Enumerable.Range(0, bars).Select(_ => level = (0.87 * level) + (0.008 * noise.Next()))];
    }

    private void Add(string name, double[] logarithms) =>
        closes[name] = [.. logarithms.Select(value => decimal.Round((decimal)Math.Exp(value), 6))];
}
