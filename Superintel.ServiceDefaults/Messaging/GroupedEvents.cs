using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// Handles what has been delivered already in one transaction, in the broker's order, and waits for no more. A group that fails is rolled
/// back and handled message by message, so that only the bad one is tried again.
/// </summary>
internal sealed partial class GroupedEvents(
    ArrivalOrder order, EventDelivery delivery, Insistence insistence, IOptions<MessagingOptions> options,
    IHostApplicationLifetime lifetime, ILogger<GroupedEvents> log)
{
    private readonly MessagingOptions options = options.Value;
    private int isWorking;

    /// <returns>False when the event had had its effect before.</returns>
    public Task<bool> Deliver(Arrival arrival, IEvent happened, CancellationToken ct)
    {
        var span = Activity.Current;
        if (order.Change(() => arrival.Read(happened, span))) Start();
        return arrival.Done.WaitAsync(ct);
    }

    /// <summary>The message is through, dead, or given back.</summary>
    public void Leave(Arrival arrival)
    {
        if (order.Change(arrival.Leave)) Start();
    }

    private void Start()
    {
        if (Interlocked.CompareExchange(ref isWorking, 1, 0) != 0) return;
        // One message starts the work on many: its span and its locals are not theirs.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(Work);
    }

    private async Task Work()
    {
        while (order.Take(options.Group, options.GroupBytes) is { Count: > 0 } group) await Handle(group);
        Volatile.Write(ref isWorking, 0);
        // What became ready between the last look and now found the work still going on.
        if (order.Change(() => { })) Start();
    }

    private async Task Handle(IReadOnlyList<Arrival> group)
    {
        if (group.Count > 1 && await Together(group)) return;
        foreach (var arrival in group) await Alone(arrival);
    }

    private async Task<bool> Together(IReadOnlyList<Arrival> group)
    {
        try
        {
            var applied = await delivery.Deliver(group, lifetime.ApplicationStopping);
            for (var i = 0; i < group.Count; i++) group[i].Applied(applied[i]);
            return true;
        }
        catch (Exception failure)
        {
            Parted(log, group.Count, failure);
            return false;
        }
    }

    private async Task Alone(Arrival arrival)
    {
        Activity.Current = arrival.Span;
        try
        {
            arrival.Applied(await insistence.Deliver(arrival.Happened!, lifetime.ApplicationStopping));
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            arrival.Abandon();
        }
        catch (Exception failure)
        {
            arrival.Failed(failure);
        }
    }

    [LoggerMessage(1106, LogLevel.Warning, "{Count} messages could not be handled together, now one by one")]
    private static partial void Parted(ILogger logger, int count, Exception failure);
}
