using System.Threading.Channels;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

public sealed partial class IbkrBroker
{
    private static readonly TimeSpan JoinPatience = TimeSpan.FromSeconds(8);
    private readonly HashSet<(Type Kind, ClientOrderId Order, string Execution, int Revision, bool IsPriced)> facts = [];
    private Channel<BrokerEvent>? factsOf;

    // Once per session everything is looked at, so that an order sent before a crash is known before anything is sent again.
    private async Task<TwsClient> Looked(CancellationToken ct)
    {
        var client = await link.Ready(ct);
        if (firstLookIn != link.Session) await Look(client, ct);
        return client;
    }

    private async Task Look(TwsClient client, CancellationToken ct)
    {
        var session = link.Session;
        await client.OpenOrders(everybodys: true, ct);
        foreach (var completed in await client.CompletedOrders(ct)) book.Heard(completed);
        var executions = await client.Executions(ct);
        var stems = executions.Select(e => ExecutionIdentity.Of(e.ExecutionId).Stem).Distinct().ToArray();
        // Each comes to the book with its commission, or without it after a while.
        await When(
            () => client.State == ConnectionState.Down
                || book.All().SelectMany(o => o.Executions.Keys).ToHashSet(StringComparer.Ordinal).IsSupersetOf(stems),
            JoinPatience,
            ct);
        await client.Probe(ct);
        firstLookIn = session;
    }

    private async Task<BrokerOrder> Told(TwsClient client, IbkrOrder order, ClientOrderId name, CancellationToken ct) =>
        IbkrTold.Order(order, name, options.Account, await contracts.Name(client, order.Contract, ct), clock.GetUtcNow());

    private async Task<IbkrOrder?> Until(string reference, Func<IbkrOrder, bool> condition, TimeSpan patience, CancellationToken ct)
    {
        IbkrOrder? found = null;
        return await When(() => (found = book.Find(reference)) is not null && condition(found), patience, ct) ? found : null;
    }

    private async Task<bool> When(Func<bool> condition, TimeSpan patience, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var change = book.NextChange();
            if (condition()) return true;
            var left = patience - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero) return false;
            try
            {
                await change.WaitAsync(left, clock, ct);
            }
            catch (TimeoutException)
            {
                return condition();
            }
        }
    }

    private void Tell(IbkrOrder order)
    {
        if (order.Reference.Length == 0) return;
        foreach (var told in IbkrTold.Events(order, clock.GetUtcNow())) Tell(told);
    }

    private void Tell(BrokerEvent told)
    {
        if (events is not { } channel || !IsNews(channel, told) || channel.Writer.TryWrite(told)) return;
        // The reader is told by the stream's end, and hears everything again when it asks again.
        EventsOverflowed(log);
        channel.Writer.TryComplete();
    }

    // TWS repeats itself: a reader hears each fact once per stream. When there are too many to remember they are told again.
    private bool IsNews(Channel<BrokerEvent> channel, BrokerEvent told)
    {
        var fill = told as BrokerEvent.Filled;
        var fact = (told.GetType(), told.ClientOrderId, fill?.ExecutionId ?? "", fill?.Revision ?? 0, fill is { CommissionPending: false });
        lock (facts)
        {
            if (factsOf != channel || facts.Count >= EventBound) facts.Clear();
            factsOf = channel;
            return facts.Add(fact);
        }
    }

    [LoggerMessage(5301, LogLevel.Warning, "IBKR: the reader of events was too slow; the stream ends and is asked for again")]
    private static partial void EventsOverflowed(ILogger logger);

    [LoggerMessage(5302, LogLevel.Information, "IBKR: the connection is {State}")]
    private static partial void ConnectionIs(ILogger logger, ConnectionState state);

    [LoggerMessage(5303, LogLevel.Warning, "IBKR corrected an execution of {Order}: {Execution} replaces what was booked")]
    private static partial void Corrected(ILogger logger, string execution, string order);

    // Apart from the broker, so that nobody else can tell it things.
    private sealed class Listener(IbkrBroker broker) : IOrderListener
    {
        public void Heard(OpenOrder order)
        {
            if (!order.Terms.WhatIf) broker.Tell(broker.book.Heard(order, broker.options.ClientId));
        }

        public void Heard(OrderStatus status)
        {
            if (broker.book.Heard(status, broker.options.ClientId) is { } order) broker.Tell(order);
        }

        public void Heard(PricedExecution execution)
        {
            var (order, corrects) = broker.book.Heard(execution, broker.options.ClientId);
            if (corrects) Corrected(broker.log, execution.Details.ExecutionId, order.Reference);
            broker.Tell(order);
        }

        public void Refused(int orderId, int code, string text)
        {
            if (broker.book.Refused(orderId, code, text) is not { } order) return;
            if (TwsErrors.Classify(code, aboutOrder: true) == TwsErrorClass.CancelRefused && order.Reference.Length > 0)
                broker.Tell(new BrokerEvent.CancelRefused(new ClientOrderId(order.Reference), broker.clock.GetUtcNow(), order.Text));
            broker.Tell(order);
        }

        public void Connection(ConnectionState state, bool dataLost)
        {
            ConnectionIs(broker.log, state);
            // No answer comes on a wire that is gone.
            if (state == ConnectionState.Down) broker.book.Wake();
            // Restored or gone, something may have been missed: the reader asks again and hears all.
            if (state != ConnectionState.VenueLost) broker.events?.Writer.TryComplete();
        }
    }
}
