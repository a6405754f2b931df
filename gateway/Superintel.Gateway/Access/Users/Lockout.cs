using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Superintel.Gateway.Access.Users;

/// <summary>Counts wrong passwords per name and makes the next tries wait, longer each time.</summary>
internal sealed class Lockout(NpgsqlDataSource source, IOptions<AccessOptions> options)
{
    private const int MostDoublings = 12;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long the name must wait yet; zero when it may try.</summary>
    public async Task<TimeSpan> Remaining(string name, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var until = await connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(
            new CommandDefinition("SELECT locked_until FROM login_failure WHERE name = @name", new { name }, cancellationToken: ct));
        return until > now ? until.Value - now : TimeSpan.Zero;
    }

    /// <summary>Counts a failure.</summary>
    /// <returns>The lockout it caused; zero while there are free failures left.</returns>
    public async Task<TimeSpan> Fail(string name, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var failures = await connection.QuerySingleAsync<int>(new CommandDefinition(
            """
            INSERT INTO login_failure (name, failures, locked_until, last_at) VALUES (@name, 1, @now, @now)
            ON CONFLICT (name) DO UPDATE SET last_at = @now,
                failures = CASE WHEN login_failure.last_at < @now - interval '1 day' THEN 1 ELSE login_failure.failures + 1 END
            RETURNING failures
            """,
            new { name, now }, cancellationToken: ct));
        var wait = After(failures);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE login_failure SET locked_until = @until WHERE name = @name", new { name, until = now + wait }, cancellationToken: ct));
        return wait;
    }

    public async Task Forgive(string name, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM login_failure WHERE name = @name OR last_at < now() - interval '2 days'", new { name }, cancellationToken: ct));
    }

    private TimeSpan After(int failures)
    {
        var over = failures - options.Value.FreeFailures;
        if (over < 0) return TimeSpan.Zero;
        var wait = options.Value.FirstLockout * Math.Pow(2, Math.Min(over, MostDoublings));
        return wait < Longest ? wait : Longest;
    }
}
