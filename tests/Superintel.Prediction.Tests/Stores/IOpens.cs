namespace Superintel.Prediction.Tests.Stores;

/// <summary>Gives a store for one piece of work, whose effects are there for the next.</summary>
internal interface IOpens<TStore> : IAsyncDisposable
{
    Task<T> With<T>(Func<TStore, ValueTask<T>> work);
}
