using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>Level 2 books of the live feed's venue to Risk and Execution (section Books). Off unless enabled; needs a live feed.</summary>
internal sealed record BookOptions
{
    /// <summary>Default false.</summary>
    public bool Enabled { get; init; }

    /// <summary>How often an instrument's book is told at most, 1 to 10 in a second. Default 2.</summary>
    public int PerSecond { get; init; } = 2;

    /// <summary>Whether trades are told too, for the one-sidedness of the flow. Default true.</summary>
    public bool Trades { get; init; } = true;

    /// <summary>Whether the best bids and asks go to Execution too, whose paper venue fills from them. Default true.</summary>
    public bool Quotes { get; init; } = true;

    /// <summary>Which of the feed's instruments; none: all of them. At most 20 at Binance. A login at IBKR has three books unless more are
    /// paid for.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <param name="fed">The feed's instruments.</param>
    /// <returns>Those whose books are wanted, by id.</returns>
    /// <exception cref="InvalidOperationException">Something that cannot be.</exception>
    public IReadOnlyList<InstrumentId> Wanted(IEnumerable<string> fed)
    {
        const int most = 20;
        var known = fed.ToHashSet(StringComparer.Ordinal);
        var wanted = Instruments.Count > 0 ? Instruments : [.. known];
        if (PerSecond is < 1 or > 10) throw new InvalidOperationException("Books:PerSecond is from 1 to 10.");
        if (wanted.Count > most) throw new InvalidOperationException($"Books:Instruments names at most {most} of the feed's instruments.");
        if (wanted.FirstOrDefault(id => !known.Contains(id)) is { } stranger)
            throw new InvalidOperationException($"Books:Instruments names {stranger}, which the live feed does not have.");
        return [.. wanted.Select(InstrumentId.Parse).Distinct().Order()];
    }
}
