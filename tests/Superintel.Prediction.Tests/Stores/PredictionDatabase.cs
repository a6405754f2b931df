using Npgsql;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Service;
using Superintel.Prediction.Service.Adapters;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Stores;

/// <summary>A migrated schema of prediction, owned by a role that owns nothing else. Every piece of work is a transaction of its
/// own.</summary>
internal sealed class PredictionDatabase : IAsyncDisposable
{
    private readonly PostgresDatabase database;

    private PredictionDatabase(PostgresDatabase database, NpgsqlDataSource source)
    {
        (this.database, Source) = (database, source);
        Series = new TimeSeries(source);
    }

    public NpgsqlDataSource Source { get; }

    public ITimeSeries Series { get; }

    public PredictionCache Cache { get; } = new();

    public PanelOptions Panel { get; } = new() { Bars = 50 };

    public static async Task<PredictionDatabase> Create()
    {
        var database = await PostgresDatabase.Create();
        var source = ServiceDataSource.Create(await database.RoleOwningSchema("prediction"), "prediction");
        await Migrator.Run(source, "prediction", typeof(PredictionModule).Assembly, CancellationToken.None);
        return new PredictionDatabase(database, source);
    }

    public async Task<T> Commit<T>(Func<DbSession, Task<T>> work)
    {
        await using var session = new DbSession(Source);
        var result = await work(session);
        await session.Commit(CancellationToken.None);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await database.DisposeAsync();
    }
}
