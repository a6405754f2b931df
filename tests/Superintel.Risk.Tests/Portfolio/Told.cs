using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Tests.Portfolio;

/// <summary>Executions, corrections and late costs, as Execution tells them to the book.</summary>
internal static class Told
{
    private const string Instrument = "AAA.XNYS";

    public static void Fill(
        Desk desk, string execution, string side, decimal quantity, decimal price, decimal commission = 0m, bool pending = false) =>
        Desk.Tell(
            new OrderFilled(
                "ibkr", "SIM", execution, "o", "d", Desk.Pair, 0, Instrument, side, quantity, price, "USD", commission, "USD", 0m, quantity,
                0m, desk.Now, CommissionPending: pending),
            desk.Risk.OrderFilled);

    /// <param name="commission">Null: not told yet.</param>
    public static void Correct(
        Desk desk, string execution, int revision, string side, decimal quantity, decimal price, decimal? commission) => Desk.Tell(
        new FillCorrected(
            "ibkr", "SIM", execution, revision, "o", "d", Desk.Pair, 0, Instrument, side, quantity, price, "USD", commission, "USD", 0m, 0m,
            0m, revision - 1, 0m, 0m, 0m, "USD", "filled", quantity, 0m, desk.Now),
        desk.Risk.FillCorrected);

    public static void Cost(Desk desk, string execution, int revision, string side, decimal price, decimal commission) => Desk.Tell(
        new CommissionBooked(
            "ibkr", "SIM", execution, revision, "o", "d", Desk.Pair, 0, Instrument, side, price, "USD", commission, "USD", desk.Now),
        desk.Risk.CommissionBooked);

    /// <summary>Tells a dozen executions with their corrections and late costs, all shuffled and some of it twice.</summary>
    /// <returns>What stands in the end.</returns>
    public static IReadOnlyList<(decimal Signed, decimal Price, decimal Cost)> Story(Desk desk, Random draw)
    {
        var words = new List<Action>();
        var standing = new List<(decimal, decimal, decimal)>();
        for (var number = 0; number < 12; number++)
        {
            var (execution, side, last) = ($"x{number}", draw.Next(2) == 0 ? "buy" : "sell", 1 + draw.Next(3));
            for (var revision = 1; revision <= last; revision++)
            {
                var (told, quantity, price) = (revision, draw.Next(revision == 1 ? 1 : 0, 50) * 1m, draw.Next(1, 20_000) / 100m);
                var (cost, late) = (draw.Next(500) / 100m, draw.Next(2) == 0);
                words.Add(told == 1
                    ? () => Fill(desk, execution, side, quantity, price, late ? 0m : cost, late)
                    : () => Correct(desk, execution, told, side, quantity, price, late ? null : cost));
                if (late) words.Add(() => Cost(desk, execution, told, side, price, cost));
                if (revision == last) standing.Add(((side == "buy" ? 1m : -1m) * quantity, price, cost));
            }
        }
        Action[] all = [.. words, .. words.Where(_ => draw.Next(4) == 0)];
        draw.Shuffle(all);
        foreach (var word in all) word();
        return standing;
    }
}
