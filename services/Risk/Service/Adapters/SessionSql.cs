using Dapper;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters;

/// <summary>SQL within the scope's transaction.</summary>
internal static class SessionSql
{
    public static async ValueTask<int> Execute(this DbSession session, string sql, object? parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
    }

    public static async ValueTask<IReadOnlyList<T>> Rows<T>(this DbSession session, string sql, object? parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var command = new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct);
        return (await connection.QueryAsync<T>(command)).AsList();
    }

    public static async ValueTask<T?> Row<T>(this DbSession session, string sql, object? parameters, CancellationToken ct)
        where T : class
    {
        var connection = await session.Open(ct);
        return await connection.QuerySingleOrDefaultAsync<T>(
            new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
    }

    public static async ValueTask<T?> Scalar<T>(this DbSession session, string sql, object? parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
    }
}
