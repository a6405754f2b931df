using System.Globalization;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages;

/// <summary>An instrument in TWS's words. By <see cref="ConId"/> alone, or by the words that single it out.</summary>
public sealed record Contract
{
    /// <summary>IB's number of the contract; 0: not known.</summary>
    public int ConId { get; init; }

    public string Symbol { get; init; } = "";

    /// <summary>STK, OPT, FUT, CASH, IND, CRYPTO, BAG.</summary>
    public string SecurityType { get; init; } = "";

    /// <summary>yyyyMMdd, or yyyyMM for a contract month.</summary>
    public string LastTradeDate { get; init; } = "";

    public decimal Strike { get; init; }

    /// <summary>C, P, or empty.</summary>
    public string Right { get; init; } = "";

    /// <summary>Units of what is priced in one contract, as TWS writes it; empty: one.</summary>
    public string Multiplier { get; init; } = "";

    public string Exchange { get; init; } = "";

    public string PrimaryExchange { get; init; } = "";

    public string Currency { get; init; } = "";

    public string LocalSymbol { get; init; } = "";

    public string TradingClass { get; init; } = "";

    /// <summary>Whether <see cref="Units"/> is what TWS said; false for a multiplier that cannot be read.</summary>
    public bool HasUnits => Multiplier.Length == 0 || Told > 0m;

    /// <summary>
    /// How many units one contract is, above zero: 50 for the E-mini S&amp;P 500, 100 for an option on a share, 1 for a share. TWS counts
    /// contracts; quantity times price is money in units only.
    /// </summary>
    public decimal Units => Told > 0m ? Told : 1m;

    private decimal Told =>
        decimal.TryParse(Multiplier, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var told) ? told : 0m;

    /// <summary>A stock by symbol, routed by SMART unless said otherwise.</summary>
    public static Contract Stock(string symbol, string currency, string primaryExchange = "") => new()
    {
        Symbol = symbol,
        SecurityType = "STK",
        Exchange = "SMART",
        PrimaryExchange = primaryExchange,
        Currency = currency,
    };

    /// <summary>The twelve fields of a request.</summary>
    internal static Contract ReadRequest(ref FieldReader fields) => new()
    {
        ConId = fields.Int(),
        Symbol = fields.Text(),
        SecurityType = fields.Text(),
        LastTradeDate = fields.Text(),
        Strike = fields.Decimal(),
        Right = fields.Text(),
        Multiplier = fields.Text(),
        Exchange = fields.Text(),
        PrimaryExchange = fields.Text(),
        Currency = fields.Text(),
        LocalSymbol = fields.Text(),
        TradingClass = fields.Text(),
    };

    internal FrameWriter WriteRequest(FrameWriter frame) => frame
        .Int(ConId).Text(Symbol).Text(SecurityType).Text(LastTradeDate).Decimal(Strike).Text(Right).Text(Multiplier)
        .Text(Exchange).Text(PrimaryExchange).Text(Currency).Text(LocalSymbol).Text(TradingClass);

    /// <summary>The eleven fields of an answer: no primary exchange.</summary>
    internal static Contract ReadAnswer(ref FieldReader fields) => new()
    {
        ConId = fields.Int(),
        Symbol = fields.Text(),
        SecurityType = fields.Text(),
        LastTradeDate = fields.Text(),
        Strike = fields.Amount(),
        Right = fields.Text(),
        Multiplier = fields.Text(),
        Exchange = fields.Text(),
        Currency = fields.Text(),
        LocalSymbol = fields.Text(),
        TradingClass = fields.Text(),
    };

    /// <summary>As <see cref="ReadAnswer"/>, of something that money was paid for: its currency is one.</summary>
    internal static Contract ReadTraded(ref FieldReader fields)
    {
        var contract = ReadAnswer(ref fields);
        if (!FieldReader.IsCurrency(contract.Currency)) fields.Fail(WireFault.FieldMalformed);
        return contract;
    }

    internal FrameWriter WriteAnswer(FrameWriter frame) => frame
        .Int(ConId).Text(Symbol).Text(SecurityType).Text(LastTradeDate).Decimal(Strike).Text(Right).Text(Multiplier)
        .Text(Exchange).Text(Currency).Text(LocalSymbol).Text(TradingClass);
}
