using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>A fill inside a row of paper_order.</summary>
internal sealed record PaperFillJson(
    DateTimeOffset At, string ExecutionId, decimal Quantity, decimal Price, decimal Commission, string Currency)
{
    public static PaperFillJson Of(BrokerEvent.Filled fill) =>
        new(fill.At, fill.ExecutionId, fill.Quantity.Value, fill.Price, fill.Commission.Amount, fill.Commission.Currency.Code);

    public BrokerEvent.Filled ToFill(ClientOrderId order) =>
        new(order, At, ExecutionId, new Quantity(Quantity), Price, new Money(Commission, new Currency(Currency)));
}
