using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Ibkr;

// What the account holds and is worth: told when it is asked for, and again when it changes, until the client has heard enough.
internal sealed partial class TwsPeer
{
    private const int MostSummaries = 2; // as TWS
    private static readonly TimeSpan ProfitEvery = TimeSpan.FromSeconds(1);
    private readonly SortedDictionary<int, string> summaries = [];
    private readonly SortedDictionary<int, OtherRequest> profits = [];
    private DateTimeOffset profitTold;
    private bool hearsPositions;
    private bool hearsUpdates;

    /// <summary>A trade changed what is held.</summary>
    public void Held(string symbol)
    {
        if (hearsPositions) TellPosition(symbol);
        if (hearsUpdates)
        {
            TellValues();
            TellHolding(symbol);
        }
        foreach (var (id, tags) in summaries) TellSummary(id, tags);
    }

    /// <summary>Prices moved, and profits with them.</summary>
    public void Valued()
    {
        if (profits.Count == 0 || desk.Now - profitTold < ProfitEvery) return;
        profitTold = desk.Now;
        foreach (var asked in profits.Values) TellProfit(asked);
    }

    private void Positions()
    {
        hearsPositions = true;
        if (desk.Faults.At(FaultPoint.Positions) == Fault.PhantomPosition)
            desk.Exchange.Read(e => { e.Account.Plant("SPY", 13m, 500m); return 0; });
        foreach (var (symbol, _, _) in desk.Exchange.Read(e => e.Account.Positions.ToArray())) TellPosition(symbol);
        Send(default(PositionEnd));
    }

    private void Summary(RequestAccountSummary asked)
    {
        if (!summaries.ContainsKey(asked.RequestId) && summaries.Count == MostSummaries)
        {
            Send(new ErrorMessage(asked.RequestId, 322, "Error processing request.-'bP' : cause - Maximum number of account summary "
                + "requests exceeded", ""));
            return;
        }
        summaries[asked.RequestId] = asked.Tags;
        TellSummary(asked.RequestId, asked.Tags);
        Send(new AccountSummaryEnd(asked.RequestId));
    }

    private void Updates(RequestAccountUpdates asked)
    {
        if (asked.Account.Length > 0 && asked.Account != TwsDesk.Account)
        {
            Send(new ErrorMessage(-1, 321, "Error validating request:-'cE' : cause - Invalid account code", ""));
            return;
        }
        hearsUpdates = asked.Subscribe;
        if (!asked.Subscribe) return;
        TellValues();
        foreach (var (symbol, _, _) in desk.Exchange.Read(e => e.Account.Positions.ToArray())) TellHolding(symbol);
        Send(new AccountTime($"{desk.Now:HH:mm}"));
        Send(new AccountDownloadEnd(TwsDesk.Account));
    }

    private void Profit(OtherRequest asked)
    {
        if (asked[1].Length > 0 && asked[1] != TwsDesk.Account)
        {
            Refuse(asked.RequestId, "Error validating request.-'cE' : cause - Invalid account code");
            return;
        }
        profits[asked.RequestId] = asked;
        TellProfit(asked);
    }

    private void TellSummary(int requestId, string tags)
    {
        foreach (var row in TwsAccount.Asked(desk.Exchange, tags))
            Send(new AccountSummary(requestId, TwsDesk.Account, row.Tag, row.Value, row.Currency));
    }

    private void TellValues()
    {
        foreach (var row in TwsAccount.All(desk.Exchange)) Send(new AccountValue(row.Tag, row.Value, row.Currency, TwsDesk.Account));
    }

    private void TellPosition(string symbol)
    {
        var contract = TwsListing.Of(symbol).Contract;
        var (quantity, price) = Holding(symbol);
        Send(new Position(TwsDesk.Account, contract with { Exchange = contract.PrimaryExchange }, quantity, decimal.Round(price, 6)));
    }

    private void TellHolding(string symbol)
    {
        var (quantity, price) = Holding(symbol);
        var last = desk.Exchange.Read(e => e.Book(symbol).Last);
        var gain = decimal.Round((last - price) * quantity, 2);
        var (worth, cost) = (decimal.Round(last * quantity, 2), decimal.Round(price, 6));
        var contract = TwsListing.Of(symbol).Contract;
        // A holding is at the exchange where it is listed: it is routed nowhere.
        var held = contract with { Exchange = contract.PrimaryExchange };
        Send(new PortfolioValue(held, quantity, last, worth, cost, gain, 0m, TwsDesk.Account));
    }

    private void TellProfit(OtherRequest asked)
    {
        var single = asked.Id == 94;
        var held = desk.Exchange.Read(e => e.Account.Positions
            .Where(p => !single || TwsListing.Of(p.Symbol).Contract.ConId == asked.Number(3))
            .Select(p => (p.Quantity, Cost: p.AveragePrice * p.Quantity, Worth: e.Book(p.Symbol).Last * p.Quantity)).ToArray());
        var gain = Text(decimal.Round(held.Sum(one => one.Worth - one.Cost), 2));
        if (single) Raw(95, asked[0], Text(held.Sum(one => one.Quantity)), gain, gain, "0", Text(held.Sum(one => one.Worth)));
        else Raw(94, asked[0], gain, gain, "0");
    }

    // What was sold to the last is held at nothing: that is told too.
    private (decimal Quantity, decimal Price) Holding(string symbol) => desk.Exchange.Read(e =>
    {
        var held = e.Account.Positions.FirstOrDefault(p => p.Symbol == symbol);
        return (held.Quantity, held.AveragePrice);
    });
}
