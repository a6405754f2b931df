using Superintel.Execution.Trading;

namespace Superintel.Execution.Service.Endpoints.Execution.Previews;

/// <summary>What an order would pay when all of it trades; positive is a cost.</summary>
/// <param name="Amount">Null: it depends, see minimum and maximum.</param>
internal sealed record EstimateView(decimal? Amount, decimal? Minimum, decimal? Maximum, string Currency)
{
    public static EstimateView? Of(CommissionEstimate? estimate) =>
        estimate is null ? null : new(estimate.Amount, estimate.Minimum, estimate.Maximum, estimate.Currency.Code);
}
