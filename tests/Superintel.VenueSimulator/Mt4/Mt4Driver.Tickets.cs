using System.Globalization;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Mt4.Messages;
using Superintel.VenueSimulator.Conformance;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>The cases of tickets: what only a terminal has.</summary>
internal sealed partial class Mt4Driver
{
    private const decimal Lots = 0.02m;
    private const decimal Half = Lots / 2m;

    public async Task<string?> Reduces(CancellationToken ct)
    {
        await Flat(ct);
        await Filled(Side.Buy, ct);
        await Filled(Side.Buy, ct);
        var oldest = (await Tickets(ct))[0].Ticket;
        await Filled(Side.Sell, ct, Lots + Half);
        var left = await Tickets(ct);
        await Flat(ct);
        if (left is not [{ Side: "BUY", Lots: Half }] || left[0].Ticket == oldest)
            throw new CaseFailedException($"Of 0.04 lots less 0.03: {string.Join(", ", left.Select(one => $"{one.Side} {one.Lots}"))}.");
        return "the oldest ticket was closed whole, the next in part";
    }

    public async Task<string?> Changes(CancellationToken ct)
    {
        var (first, second) = (await this.Price(-0.02m, ct), await this.Price(-0.03m, ct));
        var ticket = this.Ticket(Side.Buy, OrderType.Limit, first, Lots * Mt4Market.LotUnits);
        var number = long.Parse(await this.Accepted(ticket, ct), CultureInfo.InvariantCulture);
        var told = Mt4Terminal.Given(await client.Change(number, new Mt4OrderChange(second), ct));
        var again = Mt4Terminal.Given(await client.Change(number, new Mt4OrderChange(second), ct));
        var working = Mt4Terminal.Given(await client.Orders(ct)).Single(order => order.Ticket == number);
        await this.Cancel(ticket, ct);
        if (told.Price != second || again.Price != second || working.Price != second || working.State != "WORKING")
            throw new CaseFailedException($"{second} was asked for, {told.Price} told and {working.Price} works, {working.State}.");
        var over = await client.Change(number, new Mt4OrderChange(first), ct);
        return over.Failure?.Code == "NOT_PENDING"
            ? $"{first} to {second}"
            : throw new CaseFailedException("An order that is over was changed.");
    }

    public async Task<string?> ClosesOnce(CancellationToken ct)
    {
        await Flat(ct);
        await Filled(Side.Buy, ct);
        var held = (await Tickets(ct)).Single();
        var close = new Mt4CloseRequest(this.Ticket(Side.Sell, OrderType.Market).ClientOrderId.Value, Half);
        var first = Mt4Terminal.Given(await client.Close(held.Ticket, close, ct));
        var second = Mt4Terminal.Given(await client.Close(held.Ticket, close, ct));
        var other = await client.Close(held.Ticket, close with { Lots = Lots }, ct);
        var left = (await Tickets(ct)).Single();
        if (first != second || first.ClosedLots != Half || left.Lots != Half || left.Ticket != first.NewTicket)
            throw new CaseFailedException($"{first} and {second}; {left.Ticket} has {left.Lots} lots.");
        if (other.Failure?.Code != "DUPLICATE_ID") throw new CaseFailedException("Another close under the same name was taken.");
        var past = Mt4Terminal.Given(await client.History(held.OpenTime.AddDays(-1), held.OpenTime.AddDays(1), ct));
        if (past.SingleOrDefault(trade => trade.Ticket == held.Ticket) is not { Lots: Half })
            throw new CaseFailedException($"The history does not have ticket {held.Ticket}.");
        await Flat(ct);
        return $"{first.ClosedLots} lots at {first.Price}, once";
    }

    private async Task Filled(Side side, CancellationToken ct, decimal lots = Lots)
    {
        var ticket = this.Ticket(side, OrderType.Market, quantity: lots * Mt4Market.LotUnits);
        await this.Accepted(ticket, ct);
        await this.Until(ticket, order => order.Status == BrokerOrderStatus.Filled, "filled", ct);
    }

    private async Task<Mt4Position[]> Tickets(CancellationToken ct) => [.. Mt4Terminal.Given(await client.Positions(ct))
        .Where(one => one.Symbol == Symbol && one.Magic == options.Magic).OrderBy(one => one.OpenTime).ThenBy(one => one.Ticket)];

    private async Task Flat(CancellationToken ct)
    {
        foreach (var held in await Tickets(ct))
        {
            var name = this.Ticket(Side.Sell, OrderType.Market).ClientOrderId.Value;
            var closed = await client.Close(held.Ticket, new Mt4CloseRequest(name), ct);
            // One of the other side may have closed it meanwhile.
            if (closed.Failure?.Code is not ("NOT_OPEN" or "NOT_FOUND")) Mt4Terminal.Given(closed);
        }
    }
}
