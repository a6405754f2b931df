using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>One quote against all working orders of its instrument.</summary>
internal sealed class QuoteRound
{
    /// <param name="working">In order of acceptance.</param>
    public QuoteRound(Quote quote, IReadOnlyList<PaperOrder> working, PaperModels models)
    {
        var (bid, ask) = (quote.BidSize, quote.AskSize);
        var (after, happened) = (new List<PaperOrder>(), ImmutableArray.CreateBuilder<BrokerEvent>());
        foreach (var order in working)
        {
            ref var left = ref (order.Ticket.Side == Side.Buy ? ref ask : ref bid);
            var (next, told) = QuoteMatching.Match(order, quote, left, models);
            if (told is BrokerEvent.Filled fill) left -= fill.Quantity.Value;
            if (told is not null) happened.Add(told);
            (next, var end) = next.EndIfSpent(quote.At);
            if (end is not null) happened.Add(end);
            after.Add(next);
        }
        Happened = happened.ToImmutable();
        // Played again it must not fill those who found less because of the others.
        var traded = Happened.Any(told => told is BrokerEvent.Filled);
        Changed =
        [
            .. working.Zip(after, (before, next) => (before, next: traded && IsInTime(before) ? next with { QuotedAt = quote.At } : next))
                .Where(pair => pair.before != pair.next).Select(pair => pair.next),
        ];

        bool IsInTime(PaperOrder order) => QuoteMatching.IsInTime(order, quote, models.Latency);
    }

    /// <summary>Orders to store.</summary>
    public ImmutableArray<PaperOrder> Changed { get; }

    public ImmutableArray<BrokerEvent> Happened { get; }
}
