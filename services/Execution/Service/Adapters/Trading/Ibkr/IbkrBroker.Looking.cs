using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

public sealed partial class IbkrBroker
{
    private static readonly TimeSpan JoinPatience = TimeSpan.FromSeconds(8);
    private readonly Lock looking = new();
    private Task lastLook = Task.CompletedTask;
    private Task? waitingLook;
    private TwsClient? waitingFor;
    private int looksOwed = 1;
    private int lookedFor;
    private volatile bool idsDoubted;

    // Once per session, and after each time that the gateway was without IB, everything is looked at: what was sent before a crash is
    // known, and what ended meanwhile, before anything is sent.
    private async Task<TwsClient> Looked(CancellationToken ct)
    {
        var client = await link.Ready(ct);
        if (Volatile.Read(ref lookedFor) != Volatile.Read(ref looksOwed)) await Look(client, ct);
        if (idsDoubted)
        {
            await client.RefreshOrderIds(ct);
            idsDoubted = false;
        }
        return client;
    }

    // A look answers everybody who asked before it began: one that waits to begin is joined.
    private Task Look(TwsClient client, CancellationToken ct)
    {
        lock (looking)
        {
            if (waitingLook is not { IsCompleted: false } || waitingFor != client)
                (waitingLook, waitingFor) = (LookBehind(lastLook, client), client);
            lastLook = waitingLook;
            return waitingLook.WaitAsync(ct);
        }
    }

    private async Task LookBehind(Task before, TwsClient client)
    {
        // Never begun by who is still being told of it.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (looking)
        {
            if (waitingFor == client) (waitingLook, waitingFor) = (null, null);
        }
        await LookNow(client, CancellationToken.None);
    }

    private async Task LookNow(TwsClient client, CancellationToken ct)
    {
        var (owed, look) = (Volatile.Read(ref looksOwed), book.BeginLook());
        await client.OpenOrders(everybodys: true, ct);
        foreach (var completed in await client.CompletedOrders(ct)) Tell(book.Heard(completed));
        var executions = await client.Executions(ct);
        var stems = executions.Select(e => ExecutionIdentity.Of(e.ExecutionId).Stem).Distinct().ToArray();
        // Each comes to the book with its commission, or without it after a while.
        await When(
            () => client.State == ConnectionState.Down
                || book.All().SelectMany(o => o.Executions.Keys).ToHashSet(StringComparer.Ordinal).IsSupersetOf(stems),
            JoinPatience,
            ct);
        await client.Probe(ct);
        // A gateway without IB answers from memory, and what it was told when IB came back may be missing.
        if (client.State != ConnectionState.Ready || Volatile.Read(ref looksOwed) != owed)
            throw new TwsException("reconnecting", "The connection changed while TWS was asked.");
        foreach (var lost in book.EndLook(look, clock.GetUtcNow())) Unheard(log, lost.Reference, lost.PermId);
        Volatile.Write(ref lookedFor, owed);
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
        if (!order.IsTold) events?.Changed(order.Reference);
    }

    [LoggerMessage(5302, LogLevel.Information, "IBKR: the connection is {State}")]
    private static partial void ConnectionIs(ILogger logger, ConnectionState state);

    [LoggerMessage(5303, LogLevel.Warning, "IBKR corrected an execution of {Order}: {Execution} replaces what was booked")]
    private static partial void Corrected(ILogger logger, string execution, string order);

    [LoggerMessage(5304, LogLevel.Error, "IBKR: a message of kind {Kind} could not be read: {Code}; what it answers fails")]
    private static partial void CouldNotRead(ILogger logger, int kind, string code);

    [LoggerMessage(5305, LogLevel.Error, "IBKR: order {Order} (permId {PermId}) has the status {Status}, which nobody knows: look at TWS")]
    private static partial void Strange(ILogger logger, string order, long permId, string status);

    [LoggerMessage(5306, LogLevel.Warning, "IBKR: order {Order} (permId {PermId}) was working and TWS tells it no more")]
    private static partial void Unheard(ILogger logger, string order, long permId);

    // Apart from the broker, so that nobody else can tell it things.
    private sealed class Listener(IbkrBroker broker) : IOrderListener
    {
        public void Heard(OpenOrder order)
        {
            if (!order.Terms.WhatIf) Take(order.State.Status, broker.book.Heard(order, broker.options.ClientId));
        }

        public void Heard(OrderStatus status)
        {
            if (broker.book.Heard(status, broker.options.ClientId) is { } order) Take(status.Status, order);
        }

        public void Heard(PricedExecution execution)
        {
            var (order, corrects) = broker.book.Heard(execution, broker.options.ClientId);
            if (corrects) Corrected(broker.log, execution.Details.ExecutionId, order.Reference);
            broker.Tell(order);
        }

        public void Refused(int orderId, int code, string text)
        {
            if (TwsErrors.Classify(code, aboutOrder: true) == TwsErrorClass.DuplicateOrderId) broker.idsDoubted = true;
            if (broker.book.Refused(orderId, code, text) is not { } order) return;
            if (TwsErrors.Classify(code, aboutOrder: true) == TwsErrorClass.CancelRefused && order.Reference.Length > 0)
                broker.events?.Say(new BrokerEvent.CancelRefused(new ClientOrderId(order.Reference), broker.clock.GetUtcNow(), order.Text));
            broker.Tell(order);
        }

        public void Connection(ConnectionState state, bool dataLost)
        {
            ConnectionIs(broker.log, state);
            // Lost, restored or gone: nothing new goes before everything was looked at.
            Interlocked.Increment(ref broker.looksOwed);
            // No answer comes on a wire that is gone.
            if (state == ConnectionState.Down) broker.book.Wake();
            // Restored or gone, something may have been missed: the reader asks again and hears all.
            if (state != ConnectionState.VenueLost) broker.events?.End();
        }

        public void Unreadable(int kind, string code) => CouldNotRead(broker.log, kind, code);

        public void Farm(int code, string text)
        {
            // Data farms are the feeds' business.
        }

        private void Take(string status, IbkrOrder order)
        {
            if (order is { IsStrange: true, IsTold: false }) Strange(broker.log, order.Reference, order.PermId, status);
            broker.Tell(order);
        }
    }
}
