using System.Globalization;
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
        Pair(12087792, "EUR", 1.085m, "European Monetary Union Euro"),
        new(
            new Contract
            {
                ConId = 637533641, Symbol = "ES", SecurityType = "FUT", LastTradeDate = "20261218", Multiplier = "50", Exchange = "CME",
                PrimaryExchange = "CME", Currency = "USD", LocalSymbol = "ESZ6", TradingClass = "ES",
            },
            new SimInstrument("ESZ6", "ESZ6", "USD", 0.25m, 1m, 5012.25m, 40m), "E-mini S&P 500"),
        Option(700_000_001, "20261218", 145m, "C", 9.10m),
        Option(700_000_002, "20261218", 145m, "P", 3.80m),
        Option(700_000_003, "20261218", 155m, "C", 4.20m),
        Option(700_000_004, "20261218", 155m, "P", 8.90m),
        Option(700_000_005, "20270115", 150m, "C", 7.40m),
        Option(700_000_006, "20270115", 150m, "P", 7.00m),
        Pair(12087797, "GBP", 1.265m, "British pound"),
        Stock(8314, "IBM", "NYSE", "INTL BUSINESS MACHINES CORP", 228.40m),
        Stock(3691937, "AMZN", "NASDAQ", "AMAZON.COM INC", 201.70m),
        Stock(4815747, "NVDA", "NASDAQ", "NVIDIA CORP", 138.20m),
        Stock(76792991, "TSLA", "NASDAQ", "TESLA INC", 342.10m),
        Stock(107113386, "META", "NASDAQ", "META PLATFORMS INC-CLASS A", 561.80m),
        Stock(208813719, "GOOGL", "NASDAQ", "ALPHABET INC-CL A", 167.60m),
        Stock(208813720, "GOOG", "NASDAQ", "ALPHABET INC-CL C", 169.20m),
        Stock(320227571, "QQQ", "NASDAQ", "INVESCO QQQ TRUST SERIES 1", 504.90m),
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
                && Fits(asked.PrimaryExchange, listing.Contract.PrimaryExchange)
                && IsRouted(asked.Exchange, listing.Contract)
                && listing.Contract.LastTradeDate.StartsWith(asked.LastTradeDate, StringComparison.Ordinal)
                && (asked.Strike == 0m || asked.Strike == listing.Contract.Strike)
                && (asked.Right.Length == 0 || asked.Right[..1] == listing.Contract.Right)
                && (asked.Symbol + asked.LocalSymbol).Length > 0),
        ];

    private static bool Fits(string asked, string theirs) => asked.Length == 0 || asked == theirs;

    private static bool IsRouted(string exchange, Contract contract) =>
        exchange.Length == 0 || exchange == contract.Exchange || exchange == contract.PrimaryExchange
        || (exchange == "ISLAND" && contract.PrimaryExchange == "NASDAQ");

    private static TwsListing Option(int conId, string date, decimal strike, string right, decimal price)
    {
        var local = string.Create(CultureInfo.InvariantCulture, $"AAPL  {date[2..]}{right}{strike * 1000m:00000000}");
        return new TwsListing(
            new Contract
            {
                ConId = conId, Symbol = "AAPL", SecurityType = "OPT", LastTradeDate = date, Strike = strike, Right = right,
                Multiplier = "100", Exchange = "SMART", PrimaryExchange = "CBOE", Currency = "USD", LocalSymbol = local,
                TradingClass = "AAPL",
            },
            new SimInstrument(local, local, "USD", 0.01m, 1m, price, 20m), "APPLE INC");
    }

    private static TwsListing Pair(int conId, string currency, decimal price, string name) => new(
        new Contract
        {
            ConId = conId, Symbol = currency, SecurityType = "CASH", Exchange = "IDEALPRO", PrimaryExchange = "IDEALPRO",
            Currency = "USD", LocalSymbol = $"{currency}.USD", TradingClass = $"{currency}.USD",
        },
        new SimInstrument($"{currency}.USD", currency, "USD", 0.00005m, 1m, price, 250_000m), name);

    private static TwsListing Stock(int conId, string symbol, string primary, string name, decimal price) => new(
        Contract.Stock(symbol, "USD", primary) with { ConId = conId, LocalSymbol = symbol, TradingClass = symbol },
        new SimInstrument(symbol, symbol, "USD", 0.01m, 1m, price, 300m),
        name);
}
