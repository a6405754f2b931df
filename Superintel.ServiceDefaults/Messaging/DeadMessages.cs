using Dapper;
using Npgsql;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>The table of dead messages.</summary>
internal sealed class DeadMessages(NpgsqlDataSource source)
{
    private const int LongestError = 4000;

    private const string Columns = """
        id AS "Id", event_id AS "EventId", type AS "Type", code AS "Code", error AS "Error", attempts AS "Attempts",
        failed_at AS "FailedAt", traceparent AS "Traceparent"
        """;

    public async Task Store(DeadLetter letter, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO dead_message (event_id, type, content_type, body, traceparent, code, error, attempts)
            VALUES (@EventId, @Type, @ContentType, @Body, @Traceparent, @Code, @Error, @Attempts)
            """,
            letter with { Error = letter.Error[..Math.Min(letter.Error.Length, LongestError)] },
            cancellationToken: ct));
    }

    /// <summary>Newest first, one row more than asked for.</summary>
    public async Task<IReadOnlyList<DeadMessage>> List(int size, long? before, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<DeadMessage>(new CommandDefinition(
            $"""
            SELECT {Columns}, NULL::text AS "Body" FROM dead_message
            WHERE @before::bigint IS NULL OR id < @before ORDER BY id DESC LIMIT @limit
            """,
            new { before, limit = size + 1 },
            cancellationToken: ct));
        return rows.AsList();
    }

    public async Task<DeadMessage?> Find(long id, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var body = await connection.QuerySingleOrDefaultAsync<byte[]?>(new CommandDefinition(
            "SELECT body FROM dead_message WHERE id = @id", new { id }, cancellationToken: ct));
        if (body is null) return null;
        var found = await connection.QuerySingleOrDefaultAsync<DeadMessage>(new CommandDefinition(
            $"""SELECT {Columns}, NULL::text AS "Body" FROM dead_message WHERE id = @id""", new { id }, cancellationToken: ct));
        return found is null ? null : found with { Body = System.Text.Encoding.UTF8.GetString(body) };
    }

    public async Task<bool> Discard(long id, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM dead_message WHERE id = @id", new { id }, cancellationToken: ct)) > 0;
    }
}
