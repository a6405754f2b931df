using Superintel.Kernel;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>Live bars from a TWS or IB Gateway (section Ibkr). Off unless enabled.</summary>
internal sealed record IbkrFeedOptions
{
    /// <summary>Every bar of an hour's session begins on the half hour: longer ones begin where their session does, shorter ones do
    /// not care.</summary>
    private static readonly string[] Lengths = ["1m", "5m", "15m", "30m", "1d"];

    /// <summary>Default false.</summary>
    public bool Enabled { get; init; }

    /// <summary>Where the gateway is, its login and its clock. The client id must be another than Execution's; default 17.</summary>
    public TwsOptions Gateway { get; init; } = new() { ClientId = 17 };

    /// <summary>The client id under which books are had. Default 18.</summary>
    public int BooksClientId { get; init; } = 18;

    /// <summary>When IB is away by plan.</summary>
    public OutageCalendar Outages { get; init; } = new();

    /// <summary>Instrument id to contract. 1 to 40: TWS keeps at most 50 histories up to date.</summary>
    public IReadOnlyDictionary<string, IbkrInstrument> Instruments { get; init; } =
        new SortedDictionary<string, IbkrInstrument>(StringComparer.Ordinal);

    /// <summary>1m, 5m, 15m, 30m or 1d. Default 1m.</summary>
    public string Interval { get; init; } = "1m";

    /// <summary>Only the exchange's regular hours. Default true.</summary>
    public bool RegularHours { get; init; } = true;

    /// <summary>How many bars of the past are gone through for holes at the start, 0 to 1,000. Default 500.</summary>
    public int HistoryBars { get; init; } = 500;

    /// <summary>How many days are asked for at the start, for whoever measures risk from days: 0 to 1,000. Default 400.</summary>
    public int HistoryDays { get; init; } = 400;

    /// <summary>How long a slice waits for its last instrument. Default 10 s: TWS updates a running bar every five.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long without any update the subscriptions are made anew. Default 30 min, above 1 min.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Data farms that the bars come from, as TWS names them (usfarm, ushmds): while one is away, nothing is decided on the feed.
    /// Empty, the default: any farm.</summary>
    public IReadOnlyList<string> Farms { get; init; } = [];

    /// <summary>How long the farms have to be well before the feed is believed again: at its nightly reset they come and go. Default 5 s,
    /// at most 10 min.</summary>
    public TimeSpan Calm { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="InvalidOperationException">Something that cannot be.</exception>
    public void Check()
    {
        if (Instruments.Count is 0 or > 40 || Instruments.Any(pair => !InstrumentId.TryParse(pair.Key, out _) || !pair.Value.IsNamed))
            throw new InvalidOperationException("Ibkr:Instruments names 1 to 40 instruments, each SYMBOL.VENUE with its contract.");
        if (!Lengths.Contains(Interval))
            throw new InvalidOperationException($"Ibkr:Interval is '{Interval}'; choose {string.Join(", ", Lengths)}.");
        if (HistoryBars is < 0 or > 1_000) throw new InvalidOperationException("Ibkr:HistoryBars is from 0 to 1,000.");
        if (HistoryDays is < 0 or > 1_000) throw new InvalidOperationException("Ibkr:HistoryDays is from 0 to 1,000.");
        if (Patience <= TimeSpan.Zero) throw new InvalidOperationException("Ibkr:Patience is above zero.");
        if (Silence <= TimeSpan.FromMinutes(1)) throw new InvalidOperationException("Ibkr:Silence is above a minute.");
        if (Calm < TimeSpan.Zero || Calm > TimeSpan.FromMinutes(10)) throw new InvalidOperationException("Ibkr:Calm is from 0 to 10 min.");
        try
        {
            Gateway.Validate();
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidOperationException($"Ibkr:Gateway cannot be used: {wrong.Message}", wrong);
        }
    }
}
