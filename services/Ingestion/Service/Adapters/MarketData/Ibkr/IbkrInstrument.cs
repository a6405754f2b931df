using Superintel.Venue.Ibkr.Messages;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>An instrument in TWS's words (section Ibkr:Instruments:ID). The words must single out one contract.</summary>
internal sealed record IbkrInstrument
{
    /// <summary>IB's number of the contract; with it the other words are not needed.</summary>
    public int ConId { get; init; }

    public string Symbol { get; init; } = "";

    /// <summary>STK (default), OPT, FUT, CASH, IND, CRYPTO.</summary>
    public string SecurityType { get; init; } = "STK";

    /// <summary>Default SMART.</summary>
    public string Exchange { get; init; } = "SMART";

    public string PrimaryExchange { get; init; } = "";

    /// <summary>Default USD.</summary>
    public string Currency { get; init; } = "USD";

    public string LocalSymbol { get; init; } = "";

    /// <summary>yyyyMMdd or yyyyMM, of futures and options.</summary>
    public string LastTradeDate { get; init; } = "";

    internal bool IsNamed => ConId > 0 || Symbol.Length > 0 || LocalSymbol.Length > 0;

    internal Contract Asked() => new()
    {
        ConId = ConId, Symbol = Symbol, SecurityType = SecurityType, Exchange = Exchange, PrimaryExchange = PrimaryExchange,
        Currency = Currency, LocalSymbol = LocalSymbol, LastTradeDate = LastTradeDate,
    };
}
