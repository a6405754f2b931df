using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

internal sealed partial class TwsDesk
{
    /// <summary>How long the cost of an execution may stay away: longer than clients wait for it.</summary>
    public static readonly TimeSpan LongestCost = TimeSpan.FromSeconds(8);

    private readonly SortedDictionary<string, (int ClientId, CommissionReport Cost, DateTimeOffset Until)> held =
        new(StringComparer.Ordinal);

    /// <summary>It is not told to anybody yet.</summary>
    public bool IsHeld(CommissionReport cost) => held.ContainsKey(cost.ExecutionId);

    /// <summary>Tells what was held back long enough, to who is there.</summary>
    public void TellCosts()
    {
        foreach (var (id, (clientId, cost, until)) in held.ToArray())
        {
            if (Now < until) continue;
            held.Remove(id);
            if (peers.TryGetValue(clientId, out var peer)) peer.Send(cost);
        }
    }

    private void Hold(TwsOrder order, SimFill fill)
    {
        var (_, cost) = TwsPaper.Execution(order, fill, Sim(order), -1, fill.Revision);
        held[cost.ExecutionId] = (order.ClientId, cost, Now + LongestCost);
    }

    // By the fill's number: a cent more, half of it, or nothing.
    private SimFill Correct(SimFill fill) => (fill.Id % 3) switch
    {
        0 => Exchange.Correct(fill.Id, fill.Quantity, fill.Price + 0.01m),
        1 => Exchange.Correct(fill.Id, decimal.Floor(fill.Quantity / 2m), fill.Price),
        _ => Exchange.Correct(fill.Id, 0m, fill.Price),
    };
}
