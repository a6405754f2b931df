using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>Orders and quotes of the paper venue, by seconds after the start.</summary>
public static class PaperGiven
{
    /// <summary>Costs nothing, so that prices are those of the market.</summary>
    public static readonly PaperOptions Free = new() { Fees = "none", Slippage = "none" };

    public static OrderTicket Ticket(
        Side side = Side.Buy, decimal? limit = null, decimal quantity = 100m, TimeInForce time = TimeInForce.GoodTillCancel,
        string id = "o1") => new(
        "paper", "paper", new ClientOrderId(id), Pair.A, AssetClass.Equity, 1m, side, new Quantity(quantity),
        limit is null ? OrderType.Market : OrderType.Limit, limit, time, Currency.Usd, Start);

    public static Quote Told(
        double second, decimal bid = 40m, decimal ask = 40.1m, decimal bidSize = 1_000m, decimal askSize = 1_000m) =>
        new(Pair.A, Start.AddSeconds(second), bid, bidSize, ask, askSize);

    public static async Task<List<BrokerEvent>> Told(PaperBroker broker)
    {
        var told = new List<BrokerEvent>();
        await foreach (var happened in broker.Events(default)) told.Add(happened);
        return told;
    }
}
