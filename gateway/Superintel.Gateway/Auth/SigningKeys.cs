using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Superintel.Gateway.Auth;

/// <summary>The keys that access tokens are signed with (ES256): the newest signs, retired ones verify until their last token has
/// ended.</summary>
internal sealed class SigningKeys(NpgsqlDataSource source, SigningKeyVault vault, IOptions<AccessOptions> options) : IDisposable
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim gate = new(1, 1);
    private IReadOnlyList<ECDsaSecurityKey> keys = [];
    private long loadedAt;

    /// <summary>The key that signs now.</summary>
    public ECDsaSecurityKey Current =>
        keys.Count > 0 ? keys[0] : throw new InvalidOperationException("The signing keys have not been loaded.");

    public IEnumerable<SecurityKey> Named(string? id) => keys.Where(key => key.KeyId == id);

    /// <summary>Loads anew when a token names a key that another instance may just have made.</summary>
    public async Task Know(string? id, CancellationToken ct)
    {
        if (Named(id).Any() || TimeProvider.System.GetElapsedTime(loadedAt) < AskAgainAfter) return;
        await Load(ct);
    }

    public async Task Load(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            var rows = await connection.QueryAsync<(string Id, byte[] Key)>(new CommandDefinition(
                "SELECT id, private_key FROM signing_key WHERE retired_at IS NULL OR retired_at > now() - @lifetime ORDER BY created_at "
                    + "DESC, id",
                new { lifetime = options.Value.AccessTokenLifetime },
                cancellationToken: ct));
            keys = [.. rows.Select(row => Open(row.Id, row.Key)).OfType<ECDsaSecurityKey>()];
            loadedAt = TimeProvider.System.GetTimestamp();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Makes a new key when there is none that works or the newest is too old, or when told to.</summary>
    /// <returns>The new key's id, or null.</returns>
    public async Task<string?> Rotate(bool always, CancellationToken ct)
    {
        string? id = null;
        await using (var connection = await source.OpenConnectionAsync(ct))
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await connection.ExecuteAsync(
                new CommandDefinition("SELECT pg_advisory_xact_lock(hashtext('gateway.signing_key'))", cancellationToken: ct));
            var newest = await connection.QuerySingleOrDefaultAsync<(string Id, byte[] Key)?>(new CommandDefinition(
                "SELECT id, private_key FROM signing_key WHERE retired_at IS NULL AND created_at > now() - @age ORDER BY created_at DESC "
                    + "LIMIT 1",
                new { age = options.Value.RotateKeysAfter },
                cancellationToken: ct));
            if (always || newest is null || vault.Open(newest.Value.Key, newest.Value.Id) is null)
            {
                id = Guid.CreateVersion7().ToString("N");
                using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                await connection.ExecuteAsync(new CommandDefinition(
                    """
                    UPDATE signing_key SET retired_at = now() WHERE retired_at IS NULL;
                    DELETE FROM signing_key WHERE retired_at < now() - 2 * @lifetime;
                    INSERT INTO signing_key (id, private_key) VALUES (@id, @key)
                    """,
                    new { id, key = vault.Close(fresh.ExportPkcs8PrivateKey(), id), lifetime = options.Value.AccessTokenLifetime },
                    cancellationToken: ct));
            }

            await transaction.CommitAsync(ct);
        }

        await Load(ct);
        return id;
    }

    public void Dispose() => gate.Dispose();

    private ECDsaSecurityKey? Open(string id, byte[] closed)
    {
        if (vault.Open(closed, id) is not { } secret) return null;
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret, out _);
        return new ECDsaSecurityKey(key) { KeyId = id };
    }
}
