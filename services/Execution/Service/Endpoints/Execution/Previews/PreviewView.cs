using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Execution.Previews;

/// <summary>What an order would cost, as its venue says; nothing was placed. Null: not told, which is not zero.</summary>
/// <param name="Code">Why it was not told; null: it was.</param>
/// <param name="InitialMargin">The account's base currency, as the two that follow.</param>
internal sealed record PreviewView(
    string InstrumentId,
    string Venue,
    string Account,
    Side Side,
    decimal Quantity,
    OrderType OrderType,
    decimal? LimitPrice,
    decimal? StopPrice,
    decimal? TrailingAmount,
    TimeInForce TimeInForce,
    PreviewAnswer Answer,
    string? Code,
    string Text,
    MarginView? InitialMargin,
    MarginView? MaintenanceMargin,
    MarginView? EquityWithLoan,
    EstimateView? Commission)
{
    public static PreviewView Of(OrderTicket ticket, PreviewOutcome outcome)
    {
        var (answer, code, text) = outcome switch
        {
            PreviewOutcome.Told told => (PreviewAnswer.Told, (string?)null, told.Cost.Warning),
            PreviewOutcome.Refused refused => (PreviewAnswer.Refused, refused.Code, refused.Text),
            PreviewOutcome.Unavailable away => (PreviewAnswer.Unavailable, away.Code, away.Text),
            PreviewOutcome.NotOffered none => (PreviewAnswer.NotOffered, "not-offered", none.Text),
            _ => throw new InvalidOperationException($"{outcome} is no answer."),
        };
        var cost = (outcome as PreviewOutcome.Told)?.Cost;
        return new PreviewView(
            ticket.Instrument.ToString(), ticket.Venue, ticket.Account, ticket.Side, ticket.Quantity.Value, ticket.Type, ticket.LimitPrice,
            ticket.StopPrice, ticket.TrailingAmount, ticket.TimeInForce, answer, code, text,
            MarginView.Of(cost?.InitialMargin), MarginView.Of(cost?.MaintenanceMargin), MarginView.Of(cost?.EquityWithLoan),
            EstimateView.Of(cost?.Commission));
    }
}
