using Dapper;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>Sessions of the current transaction.</summary>
internal sealed class SessionStore(DbSession session)
{
    public async Task Add(Guid id, string user, string refreshToken, DateTimeOffset expiresAt, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM session WHERE user_name = @user AND (expires_at < now() OR revoked_at < now() - interval '1 day');
            INSERT INTO session (id, user_name, refresh_hash, expires_at) VALUES (@id, @user, @hash, @expiresAt)
            """,
            new { id, user, hash = SecretText.Hash(refreshToken), expiresAt },
            session.Transaction,
            cancellationToken: ct));
    }

    /// <summary>Exchanges a refresh token. One that was spent before has been stolen or replayed: its whole session ends.</summary>
    /// <returns>The session and its user, or null.</returns>
    public async Task<(Guid Id, string User)?> Refresh(string spent, string fresh, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var parameters = new { spent = SecretText.Hash(spent), fresh = SecretText.Hash(fresh) };
        var renewed = await connection.QuerySingleOrDefaultAsync<(Guid, string)?>(new CommandDefinition(
            """
            UPDATE session SET refresh_hash = @fresh, spent_refresh_hash = @spent
            WHERE refresh_hash = @spent AND revoked_at IS NULL AND expires_at > now() RETURNING id, user_name
            """,
            parameters,
            session.Transaction,
            cancellationToken: ct));
        if (renewed is not null) return renewed;
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE session SET revoked_at = now() WHERE spent_refresh_hash = @spent AND revoked_at IS NULL",
            parameters,
            session.Transaction,
            cancellationToken: ct));
        return null;
    }

    public async Task Revoke(Guid id, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE session SET revoked_at = now() WHERE id = @id AND revoked_at IS NULL", new { id }, session.Transaction,
                cancellationToken: ct));
    }

    public async Task RevokeAllOf(string user, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE session SET revoked_at = now() WHERE user_name = @user AND revoked_at IS NULL", new { user }, session.Transaction,
                cancellationToken: ct));
    }
}
