using Superintel.Venue.Binance.Transport;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>Configuration of the venue <c>binance</c> (section Execution:Binance). Keys are not here: see KeySource.</summary>
internal sealed record BinanceOptions
{
    public const string VenueName = "binance";

    /// <summary>Default: the testnet.</summary>
    public Uri RestUrl { get; init; } = new("https://testnet.binance.vision");

    /// <summary>Default: the testnet.</summary>
    public Uri StreamsUrl { get; init; } = new("wss://stream.testnet.binance.vision");

    /// <summary>Default: the testnet.</summary>
    public Uri WebSocketApiUrl { get; init; } = new("wss://ws-api.testnet.binance.vision/ws-api/v3");

    /// <summary>The account's name in orders and positions.</summary>
    public string Account { get; init; } = "spot";

    /// <summary>The asset in which holdings are priced: a position in BTC is told as BTC against it. Default USDT.</summary>
    public string QuoteAsset { get; init; } = "USDT";

    /// <summary>
    /// The asset that the account pays fees in when it is neither bought nor sold. Like the quote asset it is cash: what is held of it is
    /// no position, and it is not traded. Default BNB; empty: there is none.
    /// </summary>
    public string FeeAsset { get; init; } = "BNB";

    /// <summary>The venue part of instrument ids. Default BINANCE: BTCUSDT.BINANCE.</summary>
    public string InstrumentVenue { get; init; } = "BINANCE";

    /// <summary>Instrument id to symbol, where the two differ otherwise than by the listing: BTC-USD.COINBASE to BTCUSDT.</summary>
    public IReadOnlyDictionary<string, string> Symbols { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Must be true for addresses where orders move real money. Default false.</summary>
    public bool Live { get; init; }

    /// <summary>Must repeat the account's name for addresses where orders move real money: told twice.</summary>
    public string LiveAccount { get; init; } = string.Empty;

    /// <summary>Time for one call, 1 to 60 s. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Before this much time has passed since an order can have been sent, its absence proves nothing. Default 60 s, the least for the real
    /// exchange; a simulated one may have less.
    /// </summary>
    public TimeSpan AbsenceProof { get; init; } = LeastProof;

    private static TimeSpan LeastProof => TimeSpan.FromSeconds(60);

    /// <exception cref="InvalidOperationException">A live address without both confirmations, or a value out of bounds.</exception>
    public ExchangeAddress Address()
    {
        var address = AddressUnconfirmed();
        if (address.IsLive && !(Live && LiveAccount == Account))
            throw new InvalidOperationException("Execution:Binance leads to real money; set Live to true and LiveAccount to the account.");
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromSeconds(60))
            throw new InvalidOperationException($"Execution:Binance:Timeout is {Timeout}, outside 1 to 60 seconds.");
        if (AbsenceProof < LeastProof && !RestUrl.IsLoopback)
            throw new InvalidOperationException($"Execution:Binance:AbsenceProof is {AbsenceProof}, less than {LeastProof}.");
        return address;
    }

    /// <summary>The address, whatever was confirmed: to look at, not to send to.</summary>
    public ExchangeAddress AddressUnconfirmed() => new(RestUrl, StreamsUrl, WebSocketApiUrl);
}
