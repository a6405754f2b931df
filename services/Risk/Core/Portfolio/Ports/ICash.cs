namespace Superintel.Risk.Portfolio.Ports;

/// <summary>Cash per currency. Empty before the first fill.</summary>
public interface ICash
{
    /// <summary>All accounts, ordered by currency code.</summary>
    ValueTask<IReadOnlyList<CashAccount>> All(CancellationToken ct);

    ValueTask Save(IReadOnlyCollection<CashAccount> accounts, CancellationToken ct);
}
