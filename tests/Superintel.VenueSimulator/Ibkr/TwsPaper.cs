using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>What the paper account is worth and how its executions read.</summary>
internal static class TwsPaper
{
    private static readonly TimeZoneInfo Eastern = TwsTime.Zone("America/New_York");

    public static string Time(DateTimeOffset at) => Eastern == TimeZoneInfo.Utc
        ? $"{at:yyyyMMdd HH:mm:ss} UTC"
        : $"{TimeZoneInfo.ConvertTime(at, Eastern):yyyyMMdd HH:mm:ss} US/Eastern";

    /// <summary>Whether somebody who asks for executions means this one.</summary>
    public static bool Fits(RequestExecutions asked, TwsOrder order, SimFill fill) =>
        (asked.ClientId == 0 || asked.ClientId == order.ClientId)
        && (asked.Account.Length == 0 || asked.Account == TwsDesk.Account)
        && (asked.Symbol.Length == 0 || asked.Symbol == order.Contract.Symbol)
        && (asked.SecurityType.Length == 0 || asked.SecurityType == order.Contract.SecurityType)
        && (asked.Exchange.Length == 0 || asked.Exchange == order.Contract.PrimaryExchange)
        && (asked.Side.Length == 0 || asked.Side == order.Terms.Action)
        && (!TwsTime.TryParse(asked.Time.Replace('-', ' '), TimeZoneInfo.Utc, out var since) || fill.At >= since);

    /// <summary>Values of the account by TWS's tags, dollars.</summary>
    public static SortedDictionary<string, decimal> Worth(SimExchange exchange) => exchange.Read(e =>
    {
        var cash = e.Account.Balances.GetValueOrDefault("USD");
        var stock = e.Account.Positions.Sum(p => p.Quantity * e.Book(p.Symbol).Last);
        return new SortedDictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["AvailableFunds"] = cash, ["BuyingPower"] = cash * 4m, ["ExcessLiquidity"] = cash, ["GrossPositionValue"] = Math.Abs(stock),
            ["NetLiquidation"] = cash + stock, ["TotalCashValue"] = cash,
        };
    });

    /// <summary>What an order would do to the account; margins are a quarter of what is held, as the desk's objections have it.</summary>
    public static OrderStateData WhatIf(SimExchange exchange, TwsOrder order)
    {
        var listing = TwsListing.Of(order.Contract.ConId)!;
        var (symbol, share) = (listing.Instrument.Symbol, TwsDesk.MarginOf(listing.Contract));
        var price = order.Terms.LimitPrice ?? exchange.Read(e => e.Book(symbol).Last);
        var (held, before) = exchange.Read(e => (
            e.Account.Positions.Where(p => p.Symbol == symbol).Sum(p => p.Quantity),
            e.Account.Positions.Sum(p =>
                Math.Abs(p.Quantity) * e.Book(p.Symbol).Last / TwsDesk.MarginOf(TwsListing.Of(p.Symbol).Contract))));
        var then = held + (order.Terms.Action == "BUY" ? order.Terms.Quantity : -order.Terms.Quantity);
        var (initial, change) = (decimal.Round(before, 2), decimal.Round((Math.Abs(then) - Math.Abs(held)) * price / share, 2));
        var equity = decimal.Round(Worth(exchange)["NetLiquidation"], 2);
        var fee = decimal.Round(order.Terms.Quantity * price * exchange.FeeRate, 4);
        return new OrderStateData
        {
            Status = "PreSubmitted",
            InitialMarginBefore = initial, InitialMarginChange = change, InitialMarginAfter = initial + change,
            MaintenanceMarginBefore = initial, MaintenanceMarginChange = change, MaintenanceMarginAfter = initial + change,
            EquityWithLoanBefore = equity, EquityWithLoanChange = -fee, EquityWithLoanAfter = equity - fee,
            Commission = fee,
            CommissionCurrency = order.Contract.Currency,
        };
    }

    public static string Id(SimFill fill, int revision) => $"0000e0d5.{fill.Id:x8}.01.{revision:00}";

    public static (ExecutionDetails Details, CommissionReport Commission) Execution(
        TwsOrder order, SimFill fill, SimOrder? sim, int requestId, int revision)
    {
        var id = Id(fill, revision);
        var details = new ExecutionDetails(
            requestId,
            order.OrderId,
            order.Contract with { Exchange = order.Contract.PrimaryExchange, PrimaryExchange = "" },
            id,
            Time(fill.At),
            TwsDesk.Account,
            order.Contract.PrimaryExchange,
            fill.Side == Side.Buy ? "BOT" : "SLD",
            fill.Quantity,
            fill.Price,
            order.PermId,
            order.ClientId,
            sim?.Filled ?? fill.Quantity,
            decimal.Round(sim?.AveragePrice ?? fill.Price, 6),
            order.Terms.OrderRef);
        return (details, new CommissionReport(id, decimal.Round(fill.Fee, 4), fill.FeeCurrency, null, null, 0));
    }
}
