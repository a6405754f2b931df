using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>Takes back what failed or interrupted cases left at a venue: orders that work, positions that they opened.</summary>
internal sealed class Leftovers
{
    /// <summary>For all of it: somebody waits for the command to end.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    private readonly IVenueDriver driver;
    private readonly TimeSpan most;
    private readonly decimal? before;

    private Leftovers(IVenueDriver driver, TimeSpan most, decimal? before) =>
        (this.driver, this.most, this.before) = (driver, most, before);

    /// <summary>Looks at what is held before the first case.</summary>
    /// <param name="most">How long it may take to clear up later.</param>
    public static async Task<Leftovers> Before(IVenueDriver driver, TimeSpan most, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(most);
        try
        {
            return new Leftovers(driver, most, await Held(driver, limit.Token));
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // The first case finds out and tells; what is held afterwards can be compared with nothing then.
            return new Leftovers(driver, most, null);
        }
    }

    /// <returns>What a person has to look at, a sentence each.</returns>
    public async Task<IReadOnlyList<string>> Clear()
    {
        if (driver.Sent.All.Count == 0) return [];
        using var limit = new CancellationTokenSource(most);
        var sentences = new List<string>();
        try
        {
            await driver.Tidy(limit.Token);
            var (doubtful, bought) = await Settled(limit.Token);
            if (doubtful.Count > 0) sentences.Add($"What became of {string.Join(", ", doubtful)} is not known yet.");
            if (await Flat(bought, limit.Token) is { } open) sentences.Add(open);
        }
        catch (Exception failure)
        {
            // Whatever it is: the orders by their names are what helps.
            var names = string.Join(", ", driver.Sent.All.Select(ticket => ticket.ClientOrderId.Value));
            var cause = failure is OperationCanceledException ? $"no end within {most.TotalSeconds} s" : failure.Message.Printable();
            sentences.Add($"Orders of failed cases may still work ({cause}); sent were {names}.");
        }
        return sentences;
    }

    // Of half the time: the other half is for what is held.
    private async Task<(IReadOnlyList<string> Doubtful, decimal Bought)> Settled(CancellationToken ct)
    {
        var (begun, bought, open) = (TimeProvider.System.GetTimestamp(), 0m, driver.Sent.All.ToList());
        while (true)
        {
            foreach (var ticket in open.ToArray())
            {
                var asked = await driver.Broker.Query(ticket.Reference(), ct);
                if (asked is QueryOutcome.Unavailable or QueryOutcome.Found { Order.Status: BrokerOrderStatus.Working }) continue;
                open.Remove(ticket);
                if (asked is not QueryOutcome.Found found) continue;
                var filled = found.Order.Fills.Sum(fill => fill.Quantity.Value);
                bought += ticket.Side == Side.Buy ? filled : -filled;
            }
            if (open.Count == 0 || TimeProvider.System.GetElapsedTime(begun) > most / 2)
                return ([.. open.Select(ticket => ticket.ClientOrderId.Value)], bought);
            await driver.Move(ct);
            await Task.Delay(20, ct);
        }
    }

    // Never more than the cases bought themselves, and never more than is held beyond what was held before: somebody else may trade
    // there, and a case may have closed by other means what it bought.
    private async Task<string?> Flat(decimal bought, CancellationToken ct)
    {
        if (bought == 0m) return null;
        var name = driver.Profile.Instrument;
        if (before is not { } held) return $"{bought} units of {name} were bought more than sold.";
        var more = await Held(driver, ct) - held;
        if (Math.Sign(more) != Math.Sign(bought)) return null;
        var quantity = Math.Min(Math.Abs(more), Math.Abs(bought));
        quantity -= quantity % driver.Profile.LotSize;
        if (quantity == 0m) return null;
        var ticket = driver.Ticket(bought > 0m ? Side.Sell : Side.Buy, OrderType.Market, quantity: quantity);
        try
        {
            await driver.Accepted(ticket, ct);
            await driver.Until(ticket, order => order.Status == BrokerOrderStatus.Filled, "filled", ct);
            return null;
        }
        catch (Exception failure)
        {
            var cause = failure is OperationCanceledException ? $"no end within {most.TotalSeconds} s" : failure.Message.Printable();
            return $"{more} units of {name} are left ({cause}).";
        }
    }

    private static async Task<decimal> Held(IVenueDriver driver, CancellationToken ct) => (await driver.Broker.Snapshot(ct)).Positions
        .Where(position => position.Instrument == driver.Profile.Instrument).Sum(position => position.Quantity);
}
