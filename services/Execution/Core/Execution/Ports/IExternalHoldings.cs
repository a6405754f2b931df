using Superintel.Execution.Execution.External;

namespace Superintel.Execution.Execution.Ports;

/// <summary>What at the venues is not the desk's.</summary>
public interface IExternalHoldings
{
    /// <summary>Those of zero units included, ordered by instrument, venue and account.</summary>
    ValueTask<IReadOnlyList<ExternalHolding>> All(CancellationToken ct);

    /// <summary>Stores one, new or changed: there is one per venue, account and instrument.</summary>
    ValueTask Save(ExternalHolding holding, CancellationToken ct);
}
