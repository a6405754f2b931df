using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <param name="Value">In the base currency; null while no bar tells the rate.</param>
public sealed record CashView(string Currency, decimal Balance, decimal? Value)
{
    public static CashView Of(CashRisk cash) => new(cash.Currency.Code, cash.Balance, cash.Value);
}
