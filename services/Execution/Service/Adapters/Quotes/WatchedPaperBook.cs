using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Quotes;

/// <summary>The paper venue's book, and a note of what works in it.</summary>
internal sealed class WatchedPaperBook(IPaperBook book, PaperWork work) : IPaperBook
{
    public ValueTask<PaperOrder?> Find(ClientOrderId id, CancellationToken ct) => book.Find(id, ct);

    public async ValueTask<IReadOnlyList<PaperOrder>> Working(CancellationToken ct)
    {
        var working = await book.Working(ct);
        work.Learn(working);
        return working;
    }

    public async ValueTask Save(PaperOrder order, CancellationToken ct)
    {
        if (order.Status == BrokerOrderStatus.Working) work.Add(order.Ticket.Instrument);
        await book.Save(order, ct);
    }

    public ValueTask<IReadOnlyList<BrokerPosition>> Positions(CancellationToken ct) => book.Positions(ct);
}
