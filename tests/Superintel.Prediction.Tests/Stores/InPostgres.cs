using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Tests.Stores;

/// <summary>A store per transaction, in a database of its own.</summary>
internal sealed class InPostgres<TStore>(PredictionDatabase database, Func<PredictionDatabase, DbSession, TStore> make) : IOpens<TStore>
{
    public static async Task<IOpens<TStore>> Create(Func<PredictionDatabase, DbSession, TStore> make) =>
        new InPostgres<TStore>(await PredictionDatabase.Create(), make);

    public Task<T> With<T>(Func<TStore, ValueTask<T>> work) => database.Commit(session => work(make(database, session)).AsTask());

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
