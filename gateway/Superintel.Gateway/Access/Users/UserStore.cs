using Dapper;
using Npgsql;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Access.Users;

/// <summary>User accounts. Reads are their own; changes belong to the caller's transaction.</summary>
internal sealed class UserStore(NpgsqlDataSource source)
{
    private const string Columns = "name, password_hash, role, stamp, disabled, created_at";

    public async Task<UserAccount?> Find(string name, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<UserAccount>(
            new CommandDefinition($"SELECT {Columns} FROM user_account WHERE name = @name", new { name }, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<UserAccount>> All(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<UserAccount>(
            new CommandDefinition($"SELECT {Columns} FROM user_account ORDER BY name", cancellationToken: ct))).AsList();
    }

    /// <returns>False when the name is taken.</returns>
    public static async Task<bool> Add(DbSession session, string name, string passwordHash, string role, CancellationToken ct) => await Execute(
        session,
        """
        INSERT INTO user_account (name, password_hash, role, stamp) VALUES (@name, @passwordHash, @role, gen_random_uuid())
        ON CONFLICT DO NOTHING
        """,
        new { name, passwordHash, role },
        ct);

    /// <summary>Changes what is given, and ends the user's tokens.</summary>
    /// <returns>False when there is no such user.</returns>
    public static async Task<bool> Change(
        DbSession session, string name, string? passwordHash, string? role, bool? disabled, CancellationToken ct) => await Execute(
        session,
        """
        UPDATE user_account SET password_hash = coalesce(@passwordHash, password_hash), role = coalesce(@role, role),
            disabled = coalesce(@disabled, disabled), stamp = gen_random_uuid()
        WHERE name = @name
        """,
        new { name, passwordHash, role, disabled },
        ct);

    private static async Task<bool> Execute(DbSession session, string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct)) == 1;
    }
}
