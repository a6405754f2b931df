using System.Runtime.CompilerServices;
using Superintel.Execution.Trading;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>
/// What the bridge tells unasked. A stream that broke goes on behind what its reader has taken in, as long as the bridge's journal is the
/// same one; a new process, or a new journal, is told everything, and the ledger keeps each fact once.
/// </summary>
internal sealed class Mt4EventStream(Mt4Client client, Mt4Terminal terminal, Mt4Options options, Mt4Log log)
{
    private volatile Mt4Event? taken;
    private volatile string? away;

    /// <summary>Why nothing can reach the broker, as of the last answer; null: it can, or nobody listens.</summary>
    public string? Hindrance => away;

    public async IAsyncEnumerable<BrokerEvent> Run([EnumeratorCancellation] CancellationToken ct)
    {
        var after = await Behind(taken, ct);
        while (!ct.IsCancellationRequested)
        {
            var told = await Ask(after, options.EventWait, ct);
            if (told.LastSeq < after) after = Anew(after);
            foreach (var happened in told.Events)
            {
                if (happened.Seq != after + 1) throw new BrokerUnavailableException($"Event {after + 1} is missing; {happened.Seq} came.");
                if (await Read(happened, ct) is { } orders)
                    foreach (var said in orders.Tell(happened)) yield return said;
                // Asked for the next: this one is taken in, or passed over.
                (after, taken) = (happened.Seq, happened);
            }
            if (told.Events.Count == 0 || away is not null) await Look(ct);
        }
    }

    /// <returns>The number to go on behind: of what was taken in last, when the bridge still has it under that number.</returns>
    private async Task<long> Behind(Mt4Event? last, CancellationToken ct)
    {
        if (last is null) return 0L;
        var told = await Ask(last.Seq - 1, TimeSpan.Zero, ct);
        var isSame = told.Events is [var known, ..] && known.Seq == last.Seq && known.At == last.At
            && known.Order?.ClientOrderId == last.Order?.ClientOrderId && known.Order?.State == last.Order?.State;
        return isSame ? last.Seq : Anew(last.Seq);
    }

    private long Anew(long after)
    {
        log.NewJournal(after);
        taken = null;
        return 0L;
    }

    /// <returns>Null: there is nothing in it that can be read.</returns>
    private async Task<Mt4Orders?> Read(Mt4Event happened, CancellationToken ct)
    {
        if (happened.Order is not { } order) return null;
        if (await terminal.Listed(order.Symbol, ct) is { } orders) return orders;
        // Its units are not known any more, and no other event may wait for it.
        log.PassedOver(happened.Seq, order.ClientOrderId, order.State, order.Symbol);
        return null;
    }

    private async Task<Mt4Events> Ask(long after, TimeSpan wait, CancellationToken ct)
    {
        var answer = await client.Events(after, wait, ct);
        if (!answer.IsGiven) away = $"The bridge does not answer: {answer.Failure}";
        return Mt4Terminal.Given(answer);
    }

    // In a quiet moment, or after a silence: the bridge is there, and so may its terminal be.
    private async Task Look(CancellationToken ct)
    {
        var health = await client.Health(ct);
        away = !health.IsGiven ? $"The bridge does not answer: {health.Failure}"
            : !health.Value.TerminalConnected ? "The terminal is not at its broker."
            : null;
    }
}
