using Dapper;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>API keys of the current transaction.</summary>
internal sealed class ApiKeyStore(DbSession session)
{
    public const string Columns = """
        id AS "Id", user_name AS "UserName", name AS "Name", scope AS "Scope", secret_hash AS "SecretHash",
        created_at AS "CreatedAt", expires_at AS "ExpiresAt", revoked_at AS "RevokedAt"
        """;

    public async Task Add(ApiKey key, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO api_key (id, user_name, name, scope, secret_hash, expires_at) VALUES (@Id, @UserName, @Name, @Scope, "
                + "@SecretHash, @ExpiresAt)",
            key,
            session.Transaction,
            cancellationToken: ct));
    }

    /// <summary>By id, one row more than asked for; all users' keys when none is named.</summary>
    public async Task<IReadOnlyList<ApiKey>> List(string? user, int size, string? after, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<ApiKey>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM api_key
            WHERE (@user::text IS NULL OR user_name = @user) AND (@after::text IS NULL OR id > @after) ORDER BY id LIMIT @limit
            """,
            new { user, after, limit = size + 1 },
            session.Transaction,
            cancellationToken: ct))).AsList();
    }

    /// <param name="user">The owner, or null for an administrator who may revoke any.</param>
    /// <returns>The owner of the key that was revoked; null when there was none.</returns>
    public async Task<string?> Revoke(string id, string? user, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "UPDATE api_key SET revoked_at = now() WHERE id = @id AND revoked_at IS NULL AND (@user::text IS NULL OR user_name = @user) "
                + "RETURNING user_name",
            new { id, user },
            session.Transaction,
            cancellationToken: ct));
    }
}
