using System.Collections.Concurrent;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>
/// The questions of one piece of work and their answers. The work is tried in a turn; what it could not know is asked outside, orders
/// first, then books, and it is tried again from the start. Each question has its number: asked twice in one attempt, it is two.
/// </summary>
internal sealed class Interview(IReadOnlyDictionary<string, IBroker> wires) : IVenueAnswers
{
    private const int AtOnce = 8;
    private const int MostForgotten = 4;
    private readonly ConcurrentDictionary<(ClientOrderId Order, int Nth), QueryOutcome> told = new();
    private readonly ConcurrentDictionary<(string Venue, int Nth), (BrokerSnapshot? Book, string Cause)> books = new();
    private readonly ConcurrentDictionary<(string Venue, InstrumentId Instrument), decimal> leasts = new();
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly List<(string Venue, OrderReference Order, int Nth)> openOrders = [];
    private readonly List<(string Venue, int Nth)> openBooks = [];
    private readonly List<(string Venue, InstrumentId Instrument)> openLeasts = [];
    private readonly List<(string Venue, OrderReference Order)> cancels = [];
    private string? ledger;
    private int forgotten;

    public bool IsOpen => openOrders.Count + openBooks.Count + openLeasts.Count > 0;

    /// <summary>The work is tried from the start.</summary>
    public void Begin()
    {
        asked.Clear();
        openOrders.Clear();
        openBooks.Clear();
        openLeasts.Clear();
        cancels.Clear();
    }

    /// <summary>A book that was asked for when the ledger stood elsewhere is asked for again: what came in between is in one of the two
    /// only.</summary>
    public void Hold(string ledgerNow)
    {
        if (ledger is not null && ledger != ledgerNow && !books.IsEmpty && forgotten++ < MostForgotten) books.Clear();
        ledger = ledgerNow;
    }

    public QueryOutcome Query(string venue, OrderReference order)
    {
        var nth = Count($"order {order.ClientOrderId}");
        if (told.TryGetValue((order.ClientOrderId, nth), out var answer)) return answer;
        openOrders.Add((venue, order, nth));
        return new QueryOutcome.Asked();
    }

    public BrokerSnapshot Book(string venue)
    {
        var nth = Count($"book {venue}");
        if (books.TryGetValue((venue, nth), out var answer)) return answer.Book ?? throw new BrokerUnavailableException(answer.Cause);
        openBooks.Add((venue, nth));
        throw new BrokerUnavailableException($"{venue} is asked outside of the turn.");
    }

    public decimal Least(string venue, InstrumentId instrument)
    {
        if (leasts.TryGetValue((venue, instrument), out var least)) return least;
        openLeasts.Add((venue, instrument));
        return 0m;
    }

    public void Cancel(string venue, OrderReference order) => cancels.Add((venue, order));

    /// <summary>Asks what is open, the venues side by side.</summary>
    public Task Ask(CancellationToken ct) => Task.WhenAll(
        openOrders.Select(one => one.Venue).Concat(openBooks.Select(one => one.Venue)).Concat(openLeasts.Select(one => one.Venue))
            .Distinct().Select(venue => Ask(venue, ct)));

    /// <summary>Sends the cancels of the attempt that came through. One that is lost is said again by the next comparison.</summary>
    public async Task SendCancels(CancellationToken ct)
    {
        foreach (var (venue, order) in cancels)
        {
            try
            {
                await wires[venue].Cancel(order, ct);
            }
            catch (BrokerUnavailableException)
            {
                return; // nor is the next one heard
            }
        }
    }

    private async Task Ask(string venue, CancellationToken ct)
    {
        var (wire, silence) = (wires[venue], (string?)null);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(openOrders.Where(one => one.Venue == venue), limit, async (one, inner) =>
        {
            // One that could not be asked is left alone for the rest: each question would wait as long again.
            var answer = Volatile.Read(ref silence) is { } cause
                ? new QueryOutcome.Unavailable(cause) { IsSilence = true }
                : await WireQuestion.Of(wire, one.Order, inner);
            if (answer is QueryOutcome.Unavailable { IsSilence: true } silent) Volatile.Write(ref silence, silent.Cause);
            told[(one.Order.ClientOrderId, one.Nth)] = answer;
        });
        foreach (var (_, nth) in openBooks.Where(one => one.Venue == venue))
            books[(venue, nth)] = silence is not null ? (null, silence) : await AskBook(wire, ct);
        foreach (var (_, instrument) in openLeasts.Where(one => one.Venue == venue))
        {
            leasts[(venue, instrument)] =
                silence is null && wire is ILeastQuantities known ? await known.LeastOf(venue, instrument, ct) : 0m;
        }
    }

    private static async Task<(BrokerSnapshot? Book, string Cause)> AskBook(IBroker wire, CancellationToken ct)
    {
        try
        {
            return (await wire.Snapshot(ct), "");
        }
        catch (BrokerUnavailableException failure)
        {
            return (null, failure.Message);
        }
    }

    private int Count(string question) => asked[question] = asked.GetValueOrDefault(question) + 1;
}
