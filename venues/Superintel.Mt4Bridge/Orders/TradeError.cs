namespace Superintel.Mt4Bridge.Orders;

/// <summary>
/// MetaTrader's trade errors (MQL4 reference, "Trade server return codes"): what they prove, and the contract's status and word.
/// A code that is not here proves nothing.
/// </summary>
internal static class TradeError
{
    /// <summary>Ours: the order never reached the terminal.</summary>
    public const int Withdrawn = -1;

    /// <summary>"No error, but the result is unknown".</summary>
    public const int NoResult = 1;

    public const int InvalidVolume = 131;
    public const int NoConnection = 6;
    public const int Timeout = 128;

    /// <summary>MQL4's runtime error for trading that the terminal does not allow.</summary>
    public const int TradeNotAllowed = 4109;

    /// <summary>MQL4's runtime error for a ticket that is not there, or is over.</summary>
    public const int InvalidTicket = 4108;

    /// <summary>MQL4's runtime error for a symbol that the terminal does not have.</summary>
    public const int UnknownSymbol = 4106;

    /// <summary>The order did not come about. Everything else leaves that open.</summary>
    public static bool IsProof(int code) => code is Withdrawn or 3 or 4 or 5 or NoConnection or 8 or 64 or 65
        or >= 129 and <= 141 or >= 145 and <= 150 or >= 4000 and <= 5999;

    public static (int Status, string Code) Of(int code) => code switch
    {
        Withdrawn => (503, "TERMINAL_OFFLINE"),
        NoConnection => (503, "NO_CONNECTION"),
        4 or 8 or 137 or 141 or 146 => (429, "BUSY"),
        _ when !IsProof(code) => (504, "TRADE_TIMEOUT"),
        129 or 135 or 136 or 138 => (422, "PRICE"),
        130 or 145 => (422, "INVALID_STOPS"),
        InvalidVolume => (422, "INVALID_VOLUME"),
        132 => (422, "MARKET_CLOSED"),
        139 => (422, "LOCKED"),
        147 => (422, "INVALID_EXPIRATION"),
        148 => (422, "TOO_MANY_ORDERS"),
        149 => (422, "HEDGE_PROHIBITED"),
        150 => (422, "FIFO"),
        InvalidTicket => (409, "NOT_OPEN"),
        133 or 4109 or 4110 or 4111 => (422, "TRADE_DISABLED"),
        134 => (422, "NOT_ENOUGH_MONEY"),
        4106 => (422, "UNKNOWN_SYMBOL"),
        _ => (422, "REJECTED"),
    };
}
