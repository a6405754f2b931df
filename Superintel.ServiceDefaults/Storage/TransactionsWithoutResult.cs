namespace Superintel.ServiceDefaults.Storage;

/// <summary>Transactions of work that returns nothing.</summary>
public static class TransactionsWithoutResult
{
    public static Task Run(this ITransactions transactions, Func<IServiceProvider, CancellationToken, Task> work, CancellationToken ct) =>
        transactions.Run(Returning(work), ct);

    public static Task RunExclusive(this ITransactions transactions, Func<IServiceProvider, CancellationToken, Task> work,
        CancellationToken ct) =>
        transactions.RunExclusive(Returning(work), ct);

    private static Func<IServiceProvider, CancellationToken, Task<bool>> Returning(Func<IServiceProvider, CancellationToken, Task> work) =>
        async (scope, ct) =>
        {
            await work(scope, ct);
            return true;
        };
}
