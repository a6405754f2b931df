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

    private const string AcceptAll = """
        WITH told AS (
            SELECT * FROM unnest(@events, @decisions, @traces) WITH ORDINALITY AS t (event_id, decision_id, traceparent, position)),
        traced AS (
            INSERT INTO decision_trace (decision_id, traceparent)
            SELECT DISTINCT ON (decision_id) decision_id, traceparent FROM told
            WHERE decision_id <> '' AND traceparent IS NOT NULL ORDER BY decision_id, position
            ON CONFLICT DO NOTHING)
        INSERT INTO inbox (event_id) SELECT event_id FROM told ON CONFLICT DO NOTHING RETURNING event_id
        """;

    public Task<bool> Deliver(IEvent happened, CancellationToken ct) =>
        transactions.RunExclusive((scope, inner) => Within(scope, happened, inner), ct);

    /// <summary>Delivers all in one transaction, in order.</summary>
    /// <returns>Of each: false when the event had had its effect before.</returns>
    public Task<bool[]> Deliver(IReadOnlyList<Arrival> group, CancellationToken ct) => transactions.RunExclusive(
        async (scope, inner) =>
        {
            var isNew = await Remember(scope.GetRequiredService<DbSession>(), group, inner);
            var fresh = group.Where((_, index) => isNew[index]).ToList();
            scope.GetRequiredService<DeliveryGroup>().Events = fresh.ConvertAll(arrival => arrival.Happened!);
            foreach (var arrival in fresh) await Within(scope, arrival, inner);
            return isNew;
        },
        ct);

    /// <summary>Delivers inside a transaction that is already running.</summary>
    internal async Task<bool> Within(IServiceProvider scope, IEvent happened, CancellationToken ct)
    {
        var session = scope.GetRequiredService<DbSession>();
        var connection = await session.Open(ct);
        var decision = DecisionOf(happened);
        var accepted = await connection.ExecuteAsync(new CommandDefinition(
            Accept, new { eventId = happened.EventId, decision, traceparent = Activity.Current?.Id }, session.Transaction,
                cancellationToken: ct));
        if (accepted == 0) return false;
        await StoredClock.Follow(clock, happened, session, ct);
        await subscriptions.Handle(scope, happened, ct);
        return true;
    }

    private async Task Within(IServiceProvider scope, Arrival arrival, CancellationToken ct)
    {
        Activity.Current = arrival.Span;
        await StoredClock.Follow(clock, arrival.Happened!, scope.GetRequiredService<DbSession>(), ct);
        await subscriptions.Handle(scope, arrival.Happened!, ct);
    }

    private static async Task<bool[]> Remember(DbSession session, IReadOnlyList<Arrival> group, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var told = new
        {
            events = group.Select(arrival => arrival.Happened!.EventId).ToArray(),
            decisions = group.Select(arrival => DecisionOf(arrival.Happened!)).ToArray(),
            traces = group.Select(arrival => arrival.Span?.Id).ToArray(),
        };
        var accepted = (await connection.QueryAsync<string>(
            new CommandDefinition(AcceptAll, told, session.Transaction, cancellationToken: ct))).ToHashSet(StringComparer.Ordinal);
        // An event that is in the group twice is new only once.
        return [.. told.events.Select(accepted.Remove)];
    }

    private static string DecisionOf(IEvent happened) => (happened as IDecisionEvent)?.DecisionId ?? string.Empty;
}
