using Superintel.Venue.Ibkr.Messages;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>A contract of the simulated TWS and the market it trades on.</summary>
/// <param name="Contract">With its conId and primary exchange; the exchange is where it is routed.</param>
internal sealed record TwsListing(Contract Contract, SimInstrument Instrument, string LongName)
{
    public static IReadOnlyList<TwsListing> All { get; } =
    [
        Stock(8894, "KO", "NYSE", "COCA-COLA CO/THE", 62.50m),
        Stock(11017, "PEP", "NASDAQ", "PEPSICO INC", 168.20m),
        Stock(265598, "AAPL", "NASDAQ", "APPLE INC", 150.25m),
        Stock(272093, "MSFT", "NASDAQ", "MICROSOFT CORP", 411.10m),
        Stock(756733, "SPY", "ARCA", "SS SPDR S&P 500 ETF TRUST-US", 502.30m),
        new(
            new Contract
            {
                ConId = 12087792, Symbol = "EUR", SecurityType = "CASH", Exchange = "IDEALPRO", PrimaryExchange = "IDEALPRO",
                Currency = "USD", LocalSymbol = "EUR.USD", TradingClass = "EUR.USD",
            },
            new SimInstrument("EUR.USD", "EUR", "USD", 0.00005m, 1m, 1.085m, 250_000m), "European Monetary Union Euro"),
        new(
            new Contract
            {
                ConId = 637533641, Symbol = "ES", SecurityType = "FUT", LastTradeDate = "20261218", Multiplier = "50", Exchange = "CME",
                PrimaryExchange = "CME", Currency = "USD", LocalSymbol = "ESZ6", TradingClass = "ES",
            },
            new SimInstrument("ESZ6", "ESZ6", "USD", 0.25m, 1m, 5012.25m, 40m), "E-mini S&P 500"),
    ];

    public static TwsListing? Of(int conId) => All.FirstOrDefault(listing => listing.Contract.ConId == conId);

    public static TwsListing Of(string simSymbol) => All.First(listing => listing.Instrument.Symbol == simSymbol);

    /// <summary>All that a request's contract could mean.</summary>
    public static IReadOnlyList<TwsListing> Matching(Contract asked) => asked.ConId != 0
        ? [.. All.Where(listing => listing.Contract.ConId == asked.ConId)]
        :
        [
            .. All.Where(listing => Fits(asked.Symbol, listing.Contract.Symbol) && Fits(asked.LocalSymbol, listing.Contract.LocalSymbol)
                && asked.SecurityType == listing.Contract.SecurityType && Fits(asked.Currency, listing.Contract.Currency)
                && Fits(asked.PrimaryExchange, listing.Contract.PrimaryExchange) && (asked.Symbol + asked.LocalSymbol).Length > 0),
        ];

    private static bool Fits(string asked, string theirs) => asked.Length == 0 || asked == theirs;

    private static TwsListing Stock(int conId, string symbol, string primary, string name, decimal price) => new(
        Contract.Stock(symbol, "USD", primary) with { ConId = conId, LocalSymbol = symbol, TradingClass = symbol },
        new SimInstrument(symbol, symbol, "USD", 0.01m, 1m, price, 300m),
        name);
}
