using System.Collections.Concurrent;
using Dapper;
using Npgsql;

namespace Superintel.Gateway.Auth;

/// <summary>Whether a session still stands. Answers are remembered for a few seconds, which is how long a sign-out may take to be felt
/// elsewhere.</summary>
internal sealed class LiveSessions(NpgsqlDataSource source)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, (bool Stands, long AskedAt)> known = new();

    public async Task<bool> Stands(Guid id, CancellationToken ct)
    {
        if (known.TryGetValue(id, out var answer) && TimeProvider.System.GetElapsedTime(answer.AskedAt) < Remembered) return answer.Stands;
        await using var connection = await source.OpenConnectionAsync(ct);
        var stands = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (SELECT FROM session s JOIN app_user u ON u.name = s.user_name
                           WHERE s.id = @id AND s.revoked_at IS NULL AND s.expires_at > now() AND NOT u.disabled)
            """,
            new { id },
            cancellationToken: ct));
        if (known.Count >= MostRemembered) known.Clear();
        known[id] = (stands, TimeProvider.System.GetTimestamp());
        return stands;
    }

    /// <summary>Something about sessions changed here: ask again.</summary>
    public void Forget() => known.Clear();
}
