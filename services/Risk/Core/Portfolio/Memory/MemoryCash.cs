using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.Memory;

public sealed class MemoryCash : ICash
{
    private readonly SortedDictionary<string, CashAccount> accounts = new(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<CashAccount>> All(CancellationToken ct) => new([.. accounts.Values]);

    public ValueTask Save(IReadOnlyCollection<CashAccount> accounts, CancellationToken ct)
    {
        foreach (var account in accounts) this.accounts[account.Currency.Code] = account;
        return ValueTask.CompletedTask;
    }
}
