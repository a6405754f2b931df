using Dapper;
using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>Counts wrong passwords per name and locks the name for longer and longer.</summary>
internal sealed class SignInAttempts(DbSession session, IOptions<AccessOptions> options)
{
    private const string Begin = """
        INSERT INTO sign_in_attempt AS a (name, failures, last_at) VALUES (@name, 1, now())
        ON CONFLICT (name) DO UPDATE SET
            failures = CASE WHEN a.last_at < now() - interval '1 day' THEN 1 ELSE a.failures + 1 END,
            last_at = now()
        WHERE a.locked_until IS NULL OR a.locked_until <= now()
        RETURNING failures
        """;

    /// <summary>
    /// Counts the attempt as failed before the password is looked at, and locks at once when it is one too many: guesses made at the
    /// same time gain nothing.
    /// </summary>
    /// <returns>How long the name is locked already; null when the attempt may be made.</returns>
    public async Task<TimeSpan?> Open(string name, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var failures = await connection.QuerySingleOrDefaultAsync<int?>(
            new CommandDefinition(Begin, new { name }, session.Transaction, cancellationToken: ct));
        if (failures is null)
        {
            var left = await connection.ExecuteScalarAsync<double>(new CommandDefinition(
                "SELECT extract(epoch FROM locked_until - now()) FROM sign_in_attempt WHERE name = @name", new { name },
                    session.Transaction, cancellationToken: ct));
            return TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(left)));
        }

        if (failures >= options.Value.LockoutThreshold)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE sign_in_attempt SET locked_until = now() + @delay WHERE name = @name",
                new { name, delay = Delay(failures.Value) },
                session.Transaction,
                cancellationToken: ct));
        }

        return null;
    }

    /// <summary>The password was right.</summary>
    public async Task Forget(string name, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM sign_in_attempt WHERE name = @name", new { name }, session.Transaction, cancellationToken: ct));
    }

    /// <summary>True when the attempt just made was the one that locked the name.</summary>
    public async Task<bool> IsLocked(string name, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM sign_in_attempt WHERE name = @name AND locked_until > now())", new { name }, session.Transaction,
                cancellationToken: ct));
    }

    private TimeSpan Delay(int failures)
    {
        var doublings = Math.Min(failures - options.Value.LockoutThreshold, 20);
        var delay = options.Value.FirstLockout * Math.Pow(2, doublings);
        return delay < options.Value.LongestLockout ? delay : options.Value.LongestLockout;
    }
}
