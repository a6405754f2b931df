using Npgsql;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>The person at the venue: types orders in, waits until Execution has seen them, and takes back what has not traded.</summary>
internal sealed class ByHandDesk(TradedVenue venue, NpgsqlDataSource books, Senior senior)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Lock gate = new();
    private readonly SortedDictionary<long, ByHand> placed = [];
    private readonly SortedDictionary<long, string> acknowledged = [];

    /// <summary>By their number in the matching engine.</summary>
    public IReadOnlyDictionary<long, ByHand> Placed
    {
        get
        {
            lock (gate) return new SortedDictionary<long, ByHand>(placed);
        }
    }

    /// <summary>Who acknowledged which, as Execution answered.</summary>
    public IReadOnlyDictionary<long, string> Acknowledged
    {
        get
        {
            lock (gate) return new SortedDictionary<long, string>(acknowledged);
        }
    }

    public async Task Do(ByHand order)
    {
        await Eventually.True(
            async () => await StoredBooks.Read(books) is { } kept && kept.Clearances.Count >= order.After,
            $"{order.After} clearances", Patience);
        var number = await venue.PlaceByHand(order.Ticket(venue));
        lock (gate) placed[number] = order;
        // What trades at once was never seen working.
        await Eventually.True(async () => !Works(number) || await Seen(number) is not null, $"{order} is seen", Patience);
        if (order.Acknowledged && await Seen(number) is { } row && await senior.Acknowledge(row.Id) is { } by)
            lock (gate) acknowledged[number] = by;
        await venue.Moved(order.Patience);
        venue.Exchange.Cancel(number, "by hand");
    }

    /// <summary>A senior says of what these orders traded that it is not the desk's, so that what waits for it goes on.</summary>
    public Task Accept() => senior.Accept(Traded, venue.HoldsPhantoms);

    private decimal Traded(string instrument)
    {
        var byHand = Placed;
        return venue.Exchange.Read(e => e.Fills.Where(fill => byHand.ContainsKey(fill.OrderId) && IdOf(fill) == instrument)
            .Sum(fill => (fill.Side.Sign() * fill.Quantity) - CrashVerdict.Kept(e, fill)));
    }

    private string? IdOf(SimFill fill) => venue.Instruments.FirstOrDefault(one => one.Symbol == fill.Symbol)?.Id;

    private bool Works(long number) => venue.Exchange.Read(e => e.Order(number)) is { IsWorking: true };

    private async Task<StoredExternal?> Seen(long number) =>
        (await StoredBooks.Read(books))!.Externals.FirstOrDefault(row => row.VenueOrderId == venue.NameOf(number));
}
