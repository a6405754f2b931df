using Superintel.Execution.Execution.External;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Orders at the venues that this desk did not send.</summary>
public interface IExternalOrders
{
    /// <param name="id"><see cref="ExternalOrder.Id"/>.</param>
    ValueTask<ExternalOrder?> Find(ClientOrderId id, CancellationToken ct);

    /// <summary>Those that work, by id.</summary>
    ValueTask<IReadOnlyList<ExternalOrder>> Working(CancellationToken ct);

    /// <summary>A page, newest first.</summary>
    ValueTask<IReadOnlyList<ListedExternalOrder>> List(ExternalOrderQuery query, CancellationToken ct);

    /// <summary>Stores one, new or changed.</summary>
    ValueTask Save(ExternalOrder order, CancellationToken ct);
}
