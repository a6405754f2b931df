using Dapper;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>A handler whose effect is a row, so that a test can see what was committed and in which order.</summary>
internal sealed class Effects<T>(DbSession session, FailureSwitch failures) : IHandle<T>
    where T : IEvent
{
    public async Task Handle(T happened, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO effect (event_id) VALUES (@EventId)", new { happened.EventId }, session.Transaction, cancellationToken: ct));
        failures.Check(happened);
    }
}
