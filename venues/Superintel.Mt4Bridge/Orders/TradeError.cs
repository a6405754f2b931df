using static Superintel.Mt4Bridge.Orders.TradeErrorKind;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>
/// MetaTrader's trade errors: what they prove, whether the reason passes, and the contract's status and word. Meanings are of the MQL4
/// reference, "Trade Server Return Codes" (docs.mql4.com/constants/errorswarnings/enum_trade_return_codes) and, from 4000, "Runtime Errors"
/// (.../errorcodes); whether one tries again is of the MQL4 tutorial's appendix "Error Codes" (book.mql4.com/appendix/errors; ADR 98 has
/// where we differ). A code that is not here proves nothing.
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

    private static readonly TradeMeaning Unproved = new(Unknown, 504, "TRADE_TIMEOUT");
    private static readonly TradeMeaning Refused = new(Lasting, 422, "REJECTED");

    private static readonly SortedDictionary<int, TradeMeaning> Table = new()
    {
        [Withdrawn] = new(Passing, 503, "TERMINAL_OFFLINE"),
        [NoResult] = Unproved, // the result is unknown
        [2] = Unproved, // common error: stop until the circumstances are clear
        [3] = Refused, // invalid trade parameters
        [4] = new(Passing, 429, "BUSY"), // trade server is busy: try later
        [5] = Refused, // old version of the client terminal
        [NoConnection] = new(Passing, 503, "NO_CONNECTION"), // no connection with trade server: in some seconds
        [8] = new(Passing, 429, "BUSY"), // too frequent requests: more seldom
        [64] = Refused, // account disabled
        [65] = Refused, // invalid account
        [Timeout] = Unproved, // trade timeout: look first whether it succeeded
        [129] = new(PassingAtMarket, 422, "PRICE"), // invalid price: refresh rates, try again
        [130] = new(Lasting, 422, "INVALID_STOPS"), // invalid stops
        [InvalidVolume] = new(Lasting, 422, "INVALID_VOLUME"), // invalid trade volume
        [132] = new(Passing, 422, "MARKET_CLOSED"), // market is closed: in some minutes
        [133] = new(Lasting, 422, "TRADE_DISABLED"), // trade is disabled
        [134] = new(Lasting, 422, "NOT_ENOUGH_MONEY"), // not enough money
        [135] = new(Passing, 422, "PRICE"), // price changed: refresh rates, try again
        [136] = new(Passing, 422, "PRICE"), // off quotes: in some seconds
        [137] = new(Passing, 429, "BUSY"), // broker is busy
        [138] = new(Passing, 422, "PRICE"), // requote: refresh rates, try again
        [139] = new(Passing, 422, "LOCKED"), // order is locked: the ticket is being processed, and then it is not
        [140] = Refused, // buy orders only allowed
        [141] = new(Passing, 429, "BUSY"), // too many requests: more seldom
        [142] = Unproved, // order is queued, as of 143 and 144: to be treated as 128
        [143] = Unproved, // accepted by the dealer
        [144] = Unproved, // discarded by the client
        [145] = new(Lasting, 422, "INVALID_STOPS"), // modification denied, too close to market
        [146] = new(Passing, 429, "BUSY"), // trade context is busy: when it is free
        [147] = new(Lasting, 422, "INVALID_EXPIRATION"), // expirations are denied by broker
        [148] = new(Passing, 422, "TOO_MANY_ORDERS"), // open and pending orders reached the limit: when some of them are over
        [149] = new(Lasting, 422, "HEDGE_PROHIBITED"), // opposite tickets, and hedging is prohibited
        [150] = new(Lasting, 422, "FIFO"), // a close that contradicts the FIFO rule
        [UnknownSymbol] = new(Lasting, 422, "UNKNOWN_SYMBOL"),
        [InvalidTicket] = new(Lasting, 409, "NOT_OPEN"),
        [TradeNotAllowed] = new(Passing, 422, "TRADE_DISABLED"), // a person switched trading off, and will switch it on
        [4110] = new(Lasting, 422, "TRADE_DISABLED"), // longs are not allowed in the expert's properties
        [4111] = new(Lasting, 422, "TRADE_DISABLED"), // nor shorts
    };

    /// <summary>The order did not come about. Everything else leaves that open.</summary>
    public static bool IsProof(int code) => Of(code).Kind != Unknown;

    /// <summary>The order did not come about, and the same one may be sent again.</summary>
    /// <param name="isAtMarket">The terminal chose the price.</param>
    public static bool Passes(int code, bool isAtMarket) =>
        Of(code).Kind is var kind && (kind == Passing || (kind == PassingAtMarket && isAtMarket));

    // MQL4's runtime errors are raised before anything leaves the terminal.
    public static TradeMeaning Of(int code) => Table.GetValueOrDefault(code) ?? (code is >= 4000 and <= 5999 ? Refused : Unproved);
}
