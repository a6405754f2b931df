using System.Runtime.CompilerServices;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading.Paper.Ports;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>
/// A venue without money: orders fill at the quotes that follow, or where there are none at the bars. Chosen by configuration, never a
/// fallback.
/// </summary>
public sealed class PaperBroker(IPaperBook book, PaperModels models, TimeProvider clock, QuotedInstruments? quoted = null)
    : IBroker
{
    public const string VenueName = "paper";

    // What a match produced is told within the same unit of work, so it needs no storage: if the work fails, the match is undone too.
    private readonly Queue<BrokerEvent> untold = new();

    public async Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        if (await book.Find(ticket.ClientOrderId, ct) is { } known) return new SubmitOutcome.Accepted(known.VenueOrderId);
        var now = clock.GetUtcNow();
        if (PaperRules.Objection(ticket, now, quoted?.Has(ticket.Instrument, now) is true) is { } objection) return objection;
        var order = PaperOrder.Accept(ticket, now, models.Latency.BarsMissed(ticket.ClientOrderId));
        await book.Save(order, ct);
        return new SubmitOutcome.Accepted(order.VenueOrderId);
    }

    public async Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        var known = (await book.Find(order.ClientOrderId, ct))?.AsOf(clock.GetUtcNow());
        if (known is null) return new CancelOutcome.Refused("The venue does not know the order.");
        if (known.Status == BrokerOrderStatus.Canceled) return new CancelOutcome.Canceled();
        if (known.Status != BrokerOrderStatus.Working) return new CancelOutcome.Refused($"The order is {known.Status}.");
        await book.Save(known with { Status = BrokerOrderStatus.Canceled }, ct);
        return new CancelOutcome.Canceled();
    }

    public async Task<QueryOutcome> Query(OrderReference order, CancellationToken ct) =>
        await book.Find(order.ClientOrderId, ct) is { } known
            ? new QueryOutcome.Found(known.AsOf(clock.GetUtcNow()).AsBrokerOrder())
            : new QueryOutcome.NotPlaced("The paper venue's book is complete and does not have it.");

    public async Task<BrokerSnapshot> Snapshot(CancellationToken ct) => new(
        [.. (await book.Working(ct)).Where(order => !order.IsOverAt(clock.GetUtcNow())).Select(order => order.AsBrokerOrder())],
        await book.Positions(ct));

    public async IAsyncEnumerable<BrokerEvent> Events([EnumeratorCancellation] CancellationToken ct)
    {
        while (untold.TryDequeue(out var happened))
        {
            ct.ThrowIfCancellationRequested();
            yield return happened;
        }
        await Task.CompletedTask;
    }

    /// <summary>Plays a slice of bars against all working orders that have no quotes, in order of their acceptance.</summary>
    public async Task Match(BarClosed slice, CancellationToken ct)
    {
        var working = await StillWorking(ct);
        if (working.Count == 0) return;
        var interval = BarInterval.Parse(slice.Interval);
        var bars = new SortedDictionary<string, ClosedBar>(slice.Bars.ToDictionary(bar => bar.InstrumentId), StringComparer.Ordinal);
        foreach (var order in working)
        {
            if (!bars.TryGetValue(order.Ticket.Instrument.ToString(), out var bar)) continue;
            if (quoted?.Has(order.Ticket.Instrument, clock.GetUtcNow()) is true) continue;
            var (after, happened) = PaperMatching.Match(order, bar, interval, slice.OccurredAt, models);
            (after, var end) = after.EndIfSpent(slice.OccurredAt);
            if (after != order) await book.Save(after, ct);
            foreach (var told in new[] { happened, end }.OfType<BrokerEvent>()) untold.Enqueue(told);
        }
    }

    /// <summary>
    /// Plays quotes against all working orders, in order of their acceptance: what one takes of a touch the next does not find. A quote
    /// that has grown old on its way fills nothing.
    /// </summary>
    /// <param name="quotes">Tradable ones, one of each instrument.</param>
    public async Task Match(IReadOnlyCollection<Quote> quotes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var fresh = new SortedDictionary<InstrumentId, Quote>(
            quotes.Where(quote => quoted is null || quoted.IsFresh(quote, now)).ToDictionary(quote => quote.Instrument));
        if (fresh.Count == 0) return;
        var working = await StillWorking(ct);
        foreach (var (instrument, quote) in fresh)
        {
            var round = new QuoteRound(quote, [.. working.Where(order => order.Ticket.Instrument == instrument)], models);
            foreach (var order in round.Changed) await book.Save(order, ct);
            foreach (var happened in round.Happened) untold.Enqueue(happened);
        }
    }

    /// <summary>Ends what the clock has passed, whichever instrument it is of.</summary>
    private async Task<IReadOnlyList<PaperOrder>> StillWorking(CancellationToken ct)
    {
        var (now, working) = (clock.GetUtcNow(), await book.Working(ct));
        foreach (var order in working.Where(order => order.IsOverAt(now)))
        {
            var (over, told) = order.ExpireAtDate();
            await book.Save(over, ct);
            if (told is not null) untold.Enqueue(told);
        }
        return [.. working.Where(order => !order.IsOverAt(now))];
    }
}
