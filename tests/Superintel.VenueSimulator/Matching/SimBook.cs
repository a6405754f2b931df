namespace Superintel.VenueSimulator.Matching;

/// <summary>The quotes of other people: a seeded random walk in ticks, a few levels on each side. Our own orders are not in it.</summary>
public sealed class SimBook
{
    public const int Depth = 20;

    private readonly SimInstrument instrument;
    private readonly Random draw;
    private long middle; // in half ticks, so that a spread of one tick has a middle

    public SimBook(SimInstrument instrument, int seed)
    {
        (this.instrument, draw) = (instrument, new Random(seed));
        middle = (long)(instrument.OpeningPrice / instrument.TickSize * 2m);
        Quote();
    }

    /// <summary>Counts the changes, from 1.</summary>
    public long Version { get; private set; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<SimLevel> Bids { get; private set; } = [];

    /// <summary>Best first.</summary>
    public IReadOnlyList<SimLevel> Asks { get; private set; } = [];

    public decimal Last { get; private set; }

    /// <summary>The market moves by at most two ticks, and every level is quoted anew.</summary>
    public void Step()
    {
        middle = Math.Max(2 * (Depth + 2), middle + draw.Next(-2, 3));
        Quote();
    }

    /// <summary>Sets the middle of the market: a script's way to make a stop trade.</summary>
    public void MoveTo(decimal price)
    {
        middle = (long)(price / instrument.TickSize * 2m);
        Quote();
    }

    /// <summary>What is offered to a side at a limit or better.</summary>
    /// <param name="limit">Null: at any price.</param>
    public decimal Offered(bool buying, decimal? limit) => (buying ? Asks : Bids)
        .Where(level => limit is null || (buying ? level.Price <= limit : level.Price >= limit)).Sum(level => level.Quantity);

    /// <summary>Takes what is offered to a side at a limit or better, level by level.</summary>
    /// <param name="buying">True takes asks.</param>
    /// <param name="limit">Null: at any price.</param>
    public IReadOnlyList<SimLevel> Take(bool buying, decimal quantity, decimal? limit)
    {
        var taken = new List<SimLevel>();
        var left = new List<SimLevel>();
        foreach (var level in buying ? Asks : Bids)
        {
            var good = limit is null || (buying ? level.Price <= limit : level.Price >= limit);
            var size = good ? Math.Min(level.Quantity, quantity) : 0m;
            if (size > 0m) taken.Add(level with { Quantity = size });
            if (level.Quantity > size) left.Add(level with { Quantity = level.Quantity - size });
            quantity -= size;
        }
        if (taken.Count == 0) return taken;
        if (buying) Asks = left;
        else Bids = left;
        Last = taken[^1].Price;
        Version++;
        return taken;
    }

    private void Quote()
    {
        var tick = instrument.TickSize;
        var bid = (middle - 1) / 2 * tick;
        Bids = [.. Enumerable.Range(0, Depth).Select(i => new SimLevel(bid - (i * tick), Size()))];
        Asks = [.. Enumerable.Range(0, Depth).Select(i => new SimLevel(bid + ((i + 1) * tick), Size()))];
        Last = draw.Next(2) == 0 ? Bids[0].Price : Asks[0].Price;
        Version++;
    }

    private decimal Size()
    {
        var lots = decimal.Floor(instrument.TypicalSize * draw.Next(50, 151) / 100m / instrument.LotSize);
        return Math.Max(1m, lots) * instrument.LotSize;
    }
}
