using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Gives a dead message to the handlers once more; only when they succeed is it dead no longer.</summary>
internal sealed class DeadMessageReplay(ITransactions transactions, EventDelivery delivery)
{
    public Task<ReplayOutcome> Replay(DeadMessage message, CancellationToken ct) => transactions.RunExclusive(
        async (scope, inner) =>
        {
            var happened = EventJson.Read(message.Type, message.Body ?? throw new JsonException("The message has no body."));
            var session = scope.GetRequiredService<DbSession>();
            var connection = await session.Open(inner);
            var removed = await connection.ExecuteAsync(new CommandDefinition(
                "DELETE FROM dead_message WHERE id = @Id", new { message.Id }, session.Transaction, cancellationToken: inner));
            if (removed == 0) return ReplayOutcome.Gone;
            return await delivery.Within(scope, happened, inner) ? ReplayOutcome.Applied : ReplayOutcome.KnownAlready;
        },
        ct);
}
