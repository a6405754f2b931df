using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Clock;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Inbox, clock, handlers and outbox in one transaction.</summary>
internal sealed class EventDelivery(ITransactions transactions, BusSubscriptions subscriptions, FleetClock clock) : IEventDelivery
{
    private const string Accept = """
        WITH traced AS (
            INSERT INTO decision_trace (decision_id, traceparent)
            SELECT @decision, @traceparent WHERE @decision <> '' AND @traceparent IS NOT NULL
            ON CONFLICT DO NOTHING)
        INSERT INTO inbox (event_id) VALUES (@eventId) ON CONFLICT DO NOTHING
        """;

    public Task<bool> Deliver(IEvent happened, CancellationToken ct) =>
        transactions.RunExclusive((scope, inner) => Within(scope, happened, inner), ct);

    /// <summary>Delivers inside a transaction that is already running.</summary>
    internal async Task<bool> Within(IServiceProvider scope, IEvent happened, CancellationToken ct)
    {
        var session = scope.GetRequiredService<DbSession>();
        var connection = await session.Open(ct);
        var decision = (happened as IDecisionEvent)?.DecisionId ?? string.Empty;
        var accepted = await connection.ExecuteAsync(new CommandDefinition(
            Accept, new { eventId = happened.EventId, decision, traceparent = Activity.Current?.Id }, session.Transaction,
                cancellationToken: ct));
        if (accepted == 0) return false;
        await StoredClock.Follow(clock, happened, session, ct);
        await subscriptions.Handle(scope, happened, ct);
        return true;
    }
}
