namespace Superintel.Prediction.Tests.Stores;

/// <summary>What the contract suites share: the store under test, opened anew for every piece of work.</summary>
/// <typeparam name="TStore">The port.</typeparam>
internal abstract class StoreContract<TStore>
    where TStore : class
{
    private IOpens<TStore> opens = null!;

    [OneTimeSetUp]
    public async Task OpenStore() => opens = await Create();

    [OneTimeTearDown]
    public async Task CloseStore() => await opens.DisposeAsync();

    protected abstract Task<IOpens<TStore>> Create();

    protected Task<T> With<T>(Func<TStore, ValueTask<T>> work) => opens.With(work);

    protected Task With(Func<TStore, ValueTask> work) => opens.With(async store =>
    {
        await work(store);
        return true;
    });
}
