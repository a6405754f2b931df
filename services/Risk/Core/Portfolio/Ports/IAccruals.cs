using Superintel.Risk.Portfolio.Accruals;

namespace Superintel.Risk.Portfolio.Ports;

/// <summary>Every accrual, once, in the order they were made: with the fills, what the portfolio can be rebuilt from.</summary>
public interface IAccruals
{
    /// <returns>False when there is one of this position, kind and cause already; nothing changes then.</returns>
    ValueTask<bool> TryAppend(Accrual accrual, CancellationToken ct);

    /// <summary>All accruals in the order they were made.</summary>
    IAsyncEnumerable<Accrual> All(CancellationToken ct);
}
