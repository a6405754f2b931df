namespace Superintel.ServiceDefaults.Storage;

/// <summary>Runs work in a scope of its own whose state and events are committed together, or not at all.</summary>
public interface ITransactions
{
    /// <summary>Runs beside message handling.</summary>
    /// <param name="work">Gets the scope's services; throwing rolls everything back.</param>
    Task<T> Run<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct);

    /// <summary>Runs alone: no message is handled and no other exclusive work runs meanwhile. Must not be nested.</summary>
    Task<T> RunExclusive<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct);
}
