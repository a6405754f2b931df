using Superintel.Execution.Execution.Fills;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Every execution, each of its corrections and late costs once, for ever. Nothing is changed or removed.</summary>
public interface IFillLedger
{
    /// <summary>Adds an entry to the end.</summary>
    /// <returns>False: (venue, account, execution id, revision, kind) is in it already and nothing was added.</returns>
    ValueTask<bool> Append(Fill fill, CancellationToken ct);

    /// <summary>All entries of an order, in order of recording.</summary>
    ValueTask<IReadOnlyList<Fill>> Of(ClientOrderId order, CancellationToken ct);

    /// <summary>A page, newest first.</summary>
    ValueTask<IReadOnlyList<LedgerFill>> List(FillQuery query, CancellationToken ct);

    /// <summary>Sums over all entries less the fees kept in units, flat instruments left out, ordered by venue, account and
    /// instrument.</summary>
    ValueTask<IReadOnlyList<NetPosition>> Positions(CancellationToken ct);
}
