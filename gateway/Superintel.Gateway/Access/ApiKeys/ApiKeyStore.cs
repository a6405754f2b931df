using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Access.ApiKeys;

/// <summary>API keys, written <c>si_id_secret</c>; of the secret only a hash is stored (it is random, so a plain SHA-256 is enough).</summary>
internal sealed class ApiKeyStore(NpgsqlDataSource source)
{
    private const string Columns = "id, owner, label, scopes, created_at, expires_at, revoked_at";
    private const int SecretBytes = 32;

    /// <summary>The key that this text is, or null; its end and revocation are the caller's to judge.</summary>
    public async Task<ApiKey?> Find(string text, CancellationToken ct)
    {
        if (text.Split('_') is not ["si", var id, var secret]) return null;
        await using var connection = await source.OpenConnectionAsync(ct);
        var hash = await connection.QuerySingleOrDefaultAsync<byte[]>(
            new CommandDefinition("SELECT secret_hash FROM api_key WHERE id = @id", new { id }, cancellationToken: ct));
        if (hash is null || !CryptographicOperations.FixedTimeEquals(hash, Hash(secret))) return null;
        return await connection.QuerySingleAsync<ApiKey>(
            new CommandDefinition($"SELECT {Columns} FROM api_key WHERE id = @id", new { id }, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<ApiKey>> Of(string owner, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<ApiKey>(new CommandDefinition(
            $"SELECT {Columns} FROM api_key WHERE owner = @owner ORDER BY created_at DESC", new { owner }, cancellationToken: ct))).AsList();
    }

    /// <returns>The key's id and its full text, which is shown this once.</returns>
    public static async Task<(string Id, string Text)> Add(
        DbSession session, string owner, string label, IReadOnlyList<string> scopes, DateTimeOffset expiresAt, CancellationToken ct)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO api_key (id, owner, label, scopes, secret_hash, expires_at) VALUES (@id, @owner, @label, @scopes, @hash, @expiresAt)",
            new { id, owner, label, scopes = scopes.ToArray(), hash = Hash(secret), expiresAt }, session.Transaction, cancellationToken: ct));
        return (id, $"si_{id}_{secret}");
    }

    /// <returns>False when the owner has no such key that still works.</returns>
    public static async Task<bool> Revoke(DbSession session, string owner, string id, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE api_key SET revoked_at = now() WHERE id = @id AND owner = @owner AND revoked_at IS NULL",
            new { id, owner }, session.Transaction, cancellationToken: ct)) == 1;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
