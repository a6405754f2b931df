using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>Sees to it that there is a signing key and a first administrator, and replaces the key when it has grown old.</summary>
internal sealed partial class AccessStartUp(
    SigningKeys keys, ITransactions transactions, NpgsqlDataSource source, IOptions<AccessOptions> options,
        ILogger<AccessStartUp> log) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.Rotate(always: false, cancellationToken);
        await SeedAdministrator(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await keys.Rotate(always: false, stoppingToken) is { } id) await Tell(id, stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                Postponed(log, failure.Message);
            }
        }
    }

    private Task Tell(string id, CancellationToken ct) => transactions.Run(
        async (scope, inner) => await scope.GetRequiredService<AccessLog>().Record("policy:key-age", "signing-key-rotated", id, inner), ct);

    private async Task SeedAdministrator(CancellationToken ct)
    {
        await using (var connection = await source.OpenConnectionAsync(ct))
        {
            if (await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT FROM app_user)")) return;
        }

        if (AdminFile.Read(options.Value.AdminFile) is not { } admin)
        {
            NobodyCanSignIn(log);
            return;
        }

        await transactions.Run(
            async (scope, inner) =>
            {
                var hash = PasswordHash.Of(admin.Password, options.Value.PasswordIterations);
                if (!await scope.GetRequiredService<UserStore>().Add(admin.User, "admin", hash, inner)) return;
                await scope.GetRequiredService<AccessLog>()
                    .Record(admin.User, "user-created", "first administrator, from Auth:AdminFile", inner);
            },
            ct);
    }

    [LoggerMessage(2001, LogLevel.Warning, "there is no user and no Auth:AdminFile: nobody can sign in")]
    private static partial void NobodyCanSignIn(ILogger logger);

    [LoggerMessage(2002, LogLevel.Warning, "the signing key's age could not be looked at, tried again in a minute: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);
}
