using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Superintel.Gateway.Auth;

/// <summary>Finds out whom an API key speaks for. Answers are remembered for a few seconds.</summary>
internal sealed class LiveApiKeys(NpgsqlDataSource source)
{
    private const string Prefix = "sk_";
    private const int MostRemembered = 10_000;
    private const int LongestKey = 200;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (ApiKeyOwner? Owner, long AskedAt)> known = new(StringComparer.Ordinal);

    public static string Format(string id, string secret) => $"{Prefix}{id}_{secret}";

    public async Task<ApiKeyOwner?> Find(string key, CancellationToken ct)
    {
        if (key.Length > LongestKey || !key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var parts = key[Prefix.Length..].Split('_', 2);
        if (parts.Length != 2) return null;
        var hash = Convert.ToHexString(SecretText.Hash(key));
        if (known.TryGetValue(hash, out var answer) && TimeProvider.System.GetElapsedTime(answer.AskedAt) < Remembered) return answer.Owner;
        var owner = await Ask(parts[0], parts[1], ct);
        if (known.Count >= MostRemembered) known.Clear();
        known[hash] = (owner, TimeProvider.System.GetTimestamp());
        return owner;
    }

    public void Forget() => known.Clear();

    private async Task<ApiKeyOwner?> Ask(string id, string secret, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var found = await connection.QuerySingleOrDefaultAsync<(string User, string Role, string Scope,
            byte[] Hash)?>(new CommandDefinition(
            """
            SELECT u.name, u.role, k.scope, k.secret_hash FROM api_key k JOIN app_user u ON u.name = k.user_name
            WHERE k.id = @id AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AND NOT u.disabled
            """,
            new { id },
            cancellationToken: ct));
        if (found is not { } key || !CryptographicOperations.FixedTimeEquals(key.Hash, SecretText.Hash(secret))) return null;
        return new ApiKeyOwner(id, key.User, ApiKeyScope.RoleOf(key.Scope, key.Role));
    }
}
