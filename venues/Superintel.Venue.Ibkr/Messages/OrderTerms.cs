namespace Superintel.Venue.Ibkr.Messages;

/// <summary>What an order says, the same in a request and in an answer. Prices in the contract's currency; null: not set.</summary>
public sealed record OrderTerms
{
    /// <summary>BUY or SELL.</summary>
    public string Action { get; init; } = "";

    public decimal Quantity { get; init; }

    /// <summary>MKT, LMT, STP, STP LMT, TRAIL, TRAIL LIMIT, MOC, LOC.</summary>
    public string OrderType { get; init; } = "";

    public decimal? LimitPrice { get; init; }

    /// <summary>The stop's price, or the amount that a trailing stop follows by.</summary>
    public decimal? AuxPrice { get; init; }

    /// <summary>DAY, GTC, GTD, IOC.</summary>
    public string TimeInForce { get; init; } = "";

    /// <summary>With <see cref="TimeInForce"/> GTD: yyyyMMdd-HH:mm:ss in UTC.</summary>
    public string GoodTillDate { get; init; } = "";

    /// <summary>Orders of one group end together.</summary>
    public string OcaGroup { get; init; } = "";

    /// <summary>1 cancel with block, 2 reduce with block, 3 reduce without.</summary>
    public int OcaType { get; init; }

    public string Account { get; init; } = "";

    /// <summary>Our own name for the order; comes back with everything the venue says of it.</summary>
    public string OrderRef { get; init; } = "";

    /// <summary>The order that this one waits for; 0: none.</summary>
    public int ParentId { get; init; }

    public bool OutsideRegularHours { get; init; }

    public decimal? TrailStopPrice { get; init; }

    /// <summary>Percent, 1 is one hundredth of the price.</summary>
    public decimal? TrailingPercent { get; init; }

    /// <summary>Ask for margins and commission only.</summary>
    public bool WhatIf { get; init; }
}
