using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Ports;

/// <summary>The paper venue's own memory, so that a restart continues where it was.</summary>
public interface IPaperBook
{
    ValueTask<PaperOrder?> Find(ClientOrderId id, CancellationToken ct);

    /// <summary>Working orders by time of acceptance, then by id.</summary>
    ValueTask<IReadOnlyList<PaperOrder>> Working(CancellationToken ct);

    /// <summary>Stores an order, new or changed.</summary>
    ValueTask Save(PaperOrder order, CancellationToken ct);

    /// <summary>Net positions out of all fills, without flat ones, ordered by account and instrument.</summary>
    ValueTask<IReadOnlyList<BrokerPosition>> Positions(CancellationToken ct);
}
