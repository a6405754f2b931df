using System.Collections.Immutable;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Superintel.Gateway.Access.Tokens;

/// <summary>The newest key signs; every key validates until nothing it signed can still be good. Rotated by age or by hand.</summary>
internal sealed partial class SigningKeys(NpgsqlDataSource source, KeySeal seal, IOptions<AccessOptions> options, ILogger<SigningKeys> log)
    : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private ImmutableArray<SigningKey> keys = [];

    /// <exception cref="InvalidOperationException">No key was loaded yet.</exception>
    public SigningKey Current => keys is [var newest, ..] ? newest : throw new InvalidOperationException("There is no signing key yet.");

    public IEnumerable<SecurityKey> Validating => keys.Select(key => key.Key);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Makes a new key; tokens signed by the old one stay good until they end.</summary>
    public async Task<string> Rotate(CancellationToken ct)
    {
        var id = Guid.CreateVersion7().ToString("N");
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO signing_key (id, created_at, sealed_key) VALUES (@id, @now, @sealedKey)",
            new { id, now = TimeProvider.System.GetUtcNow(), sealedKey = seal.Seal(ecdsa.ExportPkcs8PrivateKey(), id) }, cancellationToken: ct));
        await Load(connection, ct);
        Rotated(log, id);
        return id;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookAgain);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Refresh(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                NotRefreshed(log, failure.Message); // the keys at hand stay good; the next tick tries again
            }
        }
    }

    private async Task Refresh(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Load(connection, ct);
        if (keys.IsEmpty || TimeProvider.System.GetUtcNow() - keys[0].CreatedAt > options.Value.SigningKeyAge) await Rotate(ct);
    }

    private async Task Load(NpgsqlConnection connection, CancellationToken ct)
    {
        // A key is of no use once the last token that it can have signed has ended.
        var oldest = TimeProvider.System.GetUtcNow() - options.Value.SigningKeyAge - options.Value.TokenLifetime - TimeSpan.FromDays(1);
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM signing_key WHERE created_at < @oldest", new { oldest }, cancellationToken: ct));
        var rows = await connection.QueryAsync<StoredKey>(new CommandDefinition(
            "SELECT id, created_at, sealed_key FROM signing_key ORDER BY created_at DESC, id DESC", cancellationToken: ct));
        var known = keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
        keys = [.. rows.Select(row => known.GetValueOrDefault(row.Id) ?? Open(row))];
    }

    private SigningKey Open(StoredKey row)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(seal.Open(row.SealedKey, row.Id), out _);
        return new SigningKey(row.Id, row.CreatedAt, new ECDsaSecurityKey(ecdsa) { KeyId = row.Id });
    }

    [LoggerMessage(1611, LogLevel.Information, "signing key {Id} made")]
    private static partial void Rotated(ILogger logger, string id);

    [LoggerMessage(1612, LogLevel.Warning, "signing keys could not be looked up: {Reason}")]
    private static partial void NotRefreshed(ILogger logger, string reason);

    private sealed record StoredKey(string Id, DateTimeOffset CreatedAt, byte[] SealedKey);
}
