using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>Facts that tests start from: KO against PG, daily bars from the end of 3 January 2000.</summary>
public static class Given
{
    public const string Ko = "KO.XNYS";
    public const string Pg = "PG.XNYS";
    public static readonly DateTimeOffset Start = new(2000, 1, 4, 0, 0, 0, TimeSpan.Zero);
    public static readonly PairId Pair = PairId.Parse($"{Ko}~{Pg}");

    public static DecisionId Decision(int number = 0, string intent = "open") =>
        DecisionId.For(Pair, BarInterval.Day, Start.AddDays(number), intent);

    public static InstrumentListed Listed(string id, string assetClass = "equity", bool tradable = true) =>
        new(id, id, assetClass, "USD", 1m, 0.01m, tradable, "", Start);

    public static OrderCleared Cleared(
        DecisionId? decision = null,
        string policy = "unwind",
        string intent = "open",
        decimal quantityA = 100m,
        decimal quantityB = 50m,
        DateTimeOffset? at = null)
    {
        var id = decision ?? Decision(intent: intent);
        var now = at ?? Start;
        return new OrderCleared(
            ClearanceId.For(id).Value,
            id.Value,
            Pair.ToString(),
            intent,
            [new OrderLeg(0, Ko, "buy", quantityA, 40m, "USD"), new OrderLeg(1, Pg, "sell", quantityB, 80m, "USD")],
            policy,
            now,
            now.AddMinutes(5),
            []);
    }

    public static ClosedBar Bar(string id, decimal open, decimal high, decimal low, decimal close, decimal? volume = null) =>
        new(id, open, high, low, close, volume, false);

    public static ClosedBar CloseOnly(string id, decimal close) => new(id, close, close, close, close, null, true);

    public static BarClosed Slice(DateTimeOffset at, params ClosedBar[] bars) => new("sample", "1d", at, true, bars);
}
