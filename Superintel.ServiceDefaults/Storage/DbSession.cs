using Npgsql;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>One scope's connection and transaction, begun on first use. Not committed means rolled back.</summary>
public sealed class DbSession(NpgsqlDataSource source) : IAsyncDisposable
{
    private readonly List<Func<NpgsqlConnection, CancellationToken, Task>> beforeCommit = [];
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    /// <summary>The transaction that <see cref="Open"/> began.</summary>
    public NpgsqlTransaction Transaction => transaction
        ?? throw new InvalidOperationException("Open the session before asking for its transaction.");

    public async ValueTask<NpgsqlConnection> Open(CancellationToken ct)
    {
        if (connection is not null) return connection;
        var opened = await source.OpenConnectionAsync(ct);
        try
        {
            transaction = await opened.BeginTransactionAsync(ct);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }

        return connection = opened;
    }

    /// <summary>Work that belongs to the transaction but is cheaper done once, at its end: the outbox.</summary>
    public void BeforeCommit(Func<NpgsqlConnection, CancellationToken, Task> work) => beforeCommit.Add(work);

    public async Task Commit(CancellationToken ct)
    {
        foreach (var work in beforeCommit) await work(await Open(ct), ct);
        beforeCommit.Clear();
        if (transaction is not null) await transaction.CommitAsync(ct);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
        transaction = null;
        connection = null;
    }
}
