using Dapper;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>Users of the current transaction.</summary>
internal sealed class UserStore(DbSession session)
{
    private const string Columns =
        """name AS "Name", role AS "Role", password_hash AS "PasswordHash", disabled AS "Disabled", created_at AS "CreatedAt" """;

    public async Task<User?> Find(string name, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.QuerySingleOrDefaultAsync<User>(new CommandDefinition(
            $"SELECT {Columns} FROM app_user WHERE name = @name", new { name }, session.Transaction, cancellationToken: ct));
    }

    /// <summary>By name, one row more than asked for.</summary>
    public async Task<IReadOnlyList<User>> List(int size, string? after, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<User>(new CommandDefinition(
            $"SELECT {Columns} FROM app_user WHERE @after::text IS NULL OR name > @after ORDER BY name LIMIT @limit",
            new { after, limit = size + 1 },
            session.Transaction,
            cancellationToken: ct))).AsList();
    }

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> Add(string name, string role, string passwordHash, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO app_user (name, role, password_hash) VALUES (@name, @role, @passwordHash) ON CONFLICT DO NOTHING",
            new { name, role, passwordHash },
            session.Transaction,
            cancellationToken: ct)) == 1;
    }

    public async Task Save(User user, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE app_user SET role = @Role, password_hash = @PasswordHash, disabled = @Disabled WHERE name = @Name",
            user,
            session.Transaction,
            cancellationToken: ct));
    }

    /// <summary>How many administrators could sign in, with the rows locked: the last one must not vanish in a race.</summary>
    public async Task<int> CountAdministrators(CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var names = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT name FROM app_user WHERE role = 'admin' AND NOT disabled ORDER BY name FOR UPDATE",
            transaction: session.Transaction,
            cancellationToken: ct));
        return names.AsList().Count;
    }
}
