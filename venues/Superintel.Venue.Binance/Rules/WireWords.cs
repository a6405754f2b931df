namespace Superintel.Venue.Binance.Rules;

/// <summary>Our enumerations in the exchange's words.</summary>
public static class WireWords
{
    public static string Word(this SpotOrderType type) => type switch
    {
        SpotOrderType.Market => "MARKET",
        SpotOrderType.Limit => "LIMIT",
        SpotOrderType.LimitMaker => "LIMIT_MAKER",
        SpotOrderType.StopLoss => "STOP_LOSS",
        SpotOrderType.StopLossLimit => "STOP_LOSS_LIMIT",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an order type of Binance spot."),
    };

    public static string Word(this SpotTimeInForce timeInForce) => timeInForce switch
    {
        SpotTimeInForce.GoodTillCancel => "GTC",
        SpotTimeInForce.ImmediateOrCancel => "IOC",
        SpotTimeInForce.FillOrKill => "FOK",
        _ => throw new ArgumentOutOfRangeException(nameof(timeInForce), timeInForce, "Not a time in force of Binance spot."),
    };
}
