using System.Text.Json;
using Superintel.Gateway.Access.Recording;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Access.Users;

/// <summary>Makes the first administrator from Auth:AdminFile ({"user","password"}) when there is no user of that name yet.</summary>
internal sealed partial class FirstAdministrator(
    UserStore users, ITransactions transactions, IConfiguration configuration, ILogger<FirstAdministrator> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Auth:AdminFile"] is not { Length: > 0 } file) return;
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        var admin = JsonSerializer.Deserialize<Seed>(text, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("Auth:AdminFile is empty; it holds {\"user\":...,\"password\":...}.");
        if (await users.Find(admin.User, cancellationToken) is not null) return;
        var hash = PasswordHash.Create(admin.Password);
        await transactions.Run(
            async (scope, ct) =>
            {
                if (await UserStore.Add(scope.GetRequiredService<DbSession>(), admin.User, hash, Roles.Admin, ct))
                    await scope.GetRequiredService<AccessRecorder>().Record(admin.User, "user-created", "first administrator", ct);
                return true;
            },
            cancellationToken);
        Created(log, admin.User);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1601, LogLevel.Information, "first administrator {User} created")]
    private static partial void Created(ILogger logger, string user);

    private sealed record Seed(string User, string Password);
}
