using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>One value of the account, as TWS tells it.</summary>
/// <param name="Currency">Empty: it is no sum of money.</param>
internal sealed record TwsAccount(string Tag, string Value, string Currency)
{
    private const string Dollars = "USD";
    private const string Book = "$LEDGER:";

    /// <summary>All that the account's summary and its updates have.</summary>
    public static IReadOnlyList<TwsAccount> All(SimExchange exchange)
    {
        var worth = TwsPaper.Worth(exchange);
        var (net, gross) = (worth["NetLiquidation"], worth["GrossPositionValue"]);
        var margin = decimal.Round(gross / 4m, 2);
        var more = new SortedDictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["AccruedCash"] = 0m, ["CashBalance"] = worth["TotalCashValue"], ["EquityWithLoanValue"] = net,
            ["FullAvailableFunds"] = net - margin, ["FullExcessLiquidity"] = net - margin, ["FullInitMarginReq"] = margin,
            ["FullMaintMarginReq"] = margin, ["InitMarginReq"] = margin,
            ["LookAheadAvailableFunds"] = net - margin, ["LookAheadExcessLiquidity"] = net - margin, ["LookAheadInitMarginReq"] = margin,
            ["LookAheadMaintMarginReq"] = margin, ["MaintMarginReq"] = margin, ["PreviousEquityWithLoanValue"] = net, ["RegTEquity"] = net,
            ["RegTMargin"] = 2m * margin, ["SMA"] = net, ["SettledCash"] = worth["TotalCashValue"],
        };
        foreach (var (tag, value) in worth) more[tag] = value;
        var words = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountType"] = "INDIVIDUAL", ["Cushion"] = net > 0m ? $"{(net - margin) / net:0.000000}" : "0",
            ["DayTradesRemaining"] = "-1",
            ["HighestSeverity"] = "0", ["Leverage-S"] = net > 0m ? $"{gross / net:0.00}" : "0", ["LookAheadNextChange"] = "0",
        };
        return
        [
            .. words.Select(one => new TwsAccount(one.Key, one.Value, "")), new TwsAccount("Leverage", words["Leverage-S"], ""),
            .. more.Select(one => new TwsAccount(one.Key, $"{one.Value:0.00}", Dollars)),
        ];
    }

    /// <summary>The cash book, whole and in the one currency that it has.</summary>
    public static IReadOnlyList<TwsAccount> Ledger(SimExchange exchange)
    {
        var worth = TwsPaper.Worth(exchange);
        var held = exchange.Read(e => e.Account.Positions.Sum(p => p.Quantity * (e.Book(p.Symbol).Last - p.AveragePrice)));
        var rows = new[]
        {
            ("CashBalance", worth["TotalCashValue"]), ("TotalCashBalance", worth["TotalCashValue"]), ("AccruedCash", 0m),
            ("StockMarketValue", worth["NetLiquidation"] - worth["TotalCashValue"]), ("NetLiquidationByCurrency", worth["NetLiquidation"]),
            ("UnrealizedPnL", held), ("RealizedPnL", 0m), ("ExchangeRate", 1m),
        };
        return [.. new[] { "BASE", Dollars }.SelectMany(currency => rows
            .Select(row => new TwsAccount(row.Item1, $"{row.Item2:0.00}", currency))
            .Prepend(new TwsAccount("Currency", currency, currency)))];
    }

    /// <summary>What a summary's tags mean: one value each, or the ledger.</summary>
    public static IReadOnlyList<TwsAccount> Asked(SimExchange exchange, string tags)
    {
        var wanted = tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var values = All(exchange);
        IEnumerable<TwsAccount> Of(string tag) => tag switch
        {
            "All" => values,
            "$LEDGER" => Ledger(exchange).Where(row => row.Currency == "BASE"),
            "$LEDGER:ALL" => Ledger(exchange),
            _ when tag.StartsWith(Book, StringComparison.Ordinal) => Ledger(exchange).Where(row => row.Currency == tag[Book.Length..]),
            _ => values.Where(value => value.Tag == tag),
        };
        return [.. wanted.SelectMany(Of)];
    }
}
