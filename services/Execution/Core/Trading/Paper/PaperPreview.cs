using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Trading.Paper;

/// <summary>What an order would cost at the paper venue: its fee model's commission. It has no margin.</summary>
public sealed class PaperPreview(PaperModels models, TimeProvider clock, QuotedInstruments? quoted = null) : IOrderPreview
{
    public async Task<PreviewOutcome> Preview(OrderTicket ticket, CancellationToken ct)
    {
        // A venue of its own, which nobody else ever looks into: what the real one refuses is refused here.
        var venue = new PaperBroker(new MemoryPaperBook(), models, clock, quoted);
        return await venue.Submit(ticket, ct) switch
        {
            SubmitOutcome.Rejected refused => new PreviewOutcome.Refused(refused.Code, refused.Text),
            SubmitOutcome.Accepted => new PreviewOutcome.Told(Cost(ticket)),
            var other => new PreviewOutcome.Unavailable("paper-undecided", $"{other}"),
        };
    }

    private OrderCost Cost(OrderTicket ticket)
    {
        var fee = models.Fees.Commission(ticket.LimitPrice ?? 0m, ticket.Quantity);
        // A fee that is the same at any price needs none.
        var isKnown = ticket.LimitPrice is not null || fee == models.Fees.Commission(1m, ticket.Quantity);
        return new OrderCost
        {
            Commission = new CommissionEstimate(isKnown ? fee : null, null, null, ticket.Currency),
            Warning = isKnown ? "" : "The fee depends on the price, which a market order has when it trades.",
        };
    }
}
