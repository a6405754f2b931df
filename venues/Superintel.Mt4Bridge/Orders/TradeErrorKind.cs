namespace Superintel.Mt4Bridge.Orders;

/// <summary>What a trade error of MetaTrader's means for the same order later.</summary>
internal enum TradeErrorKind
{
    /// <summary>Not placed, and it would be refused again.</summary>
    Lasting = 1,

    /// <summary>Not placed, and the reason goes away by itself: the same order may be sent again.</summary>
    Passing = 2,

    /// <summary>Passing where the terminal chose the price, lasting where the order did.</summary>
    PassingAtMarket = 3,

    /// <summary>Nobody knows whether it was placed.</summary>
    Unknown = 4,
}
