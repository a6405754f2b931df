namespace Superintel.Venue.Binance.Rules;

/// <summary>What some filters need besides the order; null or zero leaves that filter to the exchange.</summary>
/// <param name="AveragePrice">Of the exchange's window, quote asset.</param>
/// <param name="OpenOrders">Working orders of the account in the symbol.</param>
/// <param name="OpenAlgoOrders">Stop orders among them.</param>
/// <param name="Position">Base asset held and being bought.</param>
public sealed record OrderContext(decimal? AveragePrice, int OpenOrders, int OpenAlgoOrders, decimal? Position = null)
{
    public static readonly OrderContext Unknown = new(null, 0, 0);
}
