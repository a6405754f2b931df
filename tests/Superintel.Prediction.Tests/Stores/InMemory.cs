namespace Superintel.Prediction.Tests.Stores;

/// <summary>One store that stays.</summary>
internal sealed class InMemory<TStore>(TStore store) : IOpens<TStore>
{
    public Task<T> With<T>(Func<TStore, ValueTask<T>> work) => work(store).AsTask();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
