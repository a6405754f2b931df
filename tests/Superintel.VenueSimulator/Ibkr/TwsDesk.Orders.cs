using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

internal sealed partial class TwsDesk
{
    private readonly HashSet<int> silentSessionLost = [];
    private readonly HashSet<long> late = [];

    public void Place(TwsPeer peer, PlaceOrder request)
    {
        var known = orders.Values.FirstOrDefault(o => o.ClientId == peer.ClientId && o.OrderId == request.OrderId);
        var (contract, terms) = (request.Contract, request.Terms);
        if (terms.Account.Length == 0) terms = terms with { Account = Account };
        var permId = known?.PermId ?? ++lastPermId;
        var order = new TwsOrder(peer.ClientId, request.OrderId, permId, contract, terms, request.Transmit, known?.SimId);
        if ((Mischief.NextRefusal() ?? Objection(order, known)) is var (code, text))
        {
            Refuse(order, code, text);
            return;
        }
        order = order with { Contract = TwsListing.Matching(contract)[0].Contract with { Exchange = contract.Exchange } };
        nextIds[peer.ClientId] = Math.Max(NextId(peer.ClientId), request.OrderId + 1);
        if (terms.WhatIf)
        {
            peer.TellWhatIf(order);
            return;
        }
        var fault = faults.At(FaultPoint.Submit);
        if (fault == Fault.SilentSessionLoss) silentSessionLost.Add(peer.ClientId);
        if (silentSessionLost.Contains(peer.ClientId))
        {
            Refuse(order, 201, "Order rejected - reason:Not connected to the trading server. Log in again.");
            return;
        }
        if (known?.SimId is { } working && request.Transmit && !Changes(order, working)) return;
        orders[order.PermId] = order with { Silent = fault == Fault.LostAcknowledgement || fault == Fault.LateAcknowledgement };
        if (fault == Fault.LateAcknowledgement) late.Add(order.PermId);
        if (request.Transmit) Transmit(order.PermId);
        After(peer, order.PermId, fault);
    }

    public (long PermId, SimOrder Order) PlaceByHand(string symbol, OrderTerms terms)
    {
        var contract = TwsListing.Of(symbol).Contract;
        var order = new TwsOrder(0, 0, ++lastPermId, contract, terms with { Account = Account }, Transmitted: true);
        orders[order.PermId] = order;
        Submit(order);
        return (order.PermId, Sim(orders[order.PermId])!);
    }

    public void Cancel(TwsPeer peer, int orderId)
    {
        if (orders.Values.FirstOrDefault(o => o.ClientId == peer.ClientId && o.OrderId == orderId) is not { } order)
        {
            peer.Send(new ErrorMessage(orderId, 10147, $"OrderId {orderId} that needs to be cancelled is not found.", ""));
            return;
        }
        if (order.IsOver)
        {
            var state = TwsTerms.Status(order, Sim(order));
            peer.Send(new ErrorMessage(
                orderId, 10148, $"OrderId {orderId} that needs to be cancelled can not be cancelled, state: {state}.", ""));
            return;
        }
        var fault = faults.At(FaultPoint.Cancel);
        if (fault == Fault.LostCancel) return;
        if (order.SimId is { } simId) Exchange.Cancel(simId, "");
        else Over(orders[order.PermId] = order with { IsOver = true });
        peer.Send(new ErrorMessage(orderId, 202, "Order Canceled - reason:", ""));
        if (fault == Fault.LateFill && order.SimId is { } canceled && Sim(order) is { Leaves: > 0m } left)
            Post(() => Exchange.Force(canceled, left.Leaves));
    }

    public void CancelAll()
    {
        foreach (var order in orders.Values.Where(o => !o.IsOver).ToArray())
        {
            if (order.SimId is { } simId) Exchange.Cancel(simId, "");
            else Over(orders[order.PermId] = order with { IsOver = true });
        }
    }

    /// <summary>What was held back is told once the client asks anything: the late acknowledgement of a slow gateway.</summary>
    public void Unhush(TwsPeer peer)
    {
        foreach (var order in orders.Values.Where(o => o.ClientId == peer.ClientId && o.Silent).ToArray())
        {
            var audible = orders[order.PermId] = order with { Silent = false };
            if (late.Remove(order.PermId)) Tell(audible);
        }
    }

    // A bracket's parent and children come together with the last of them; children wait for the parent's fill.
    private void Transmit(long permId)
    {
        var order = orders[permId];
        var family = orders.Values.Where(o => o.ClientId == order.ClientId && !o.IsOver && o.PermId != permId
            && order.Terms.ParentId != 0 && (o.OrderId == order.Terms.ParentId || o.Terms.ParentId == order.Terms.ParentId)).ToArray();
        foreach (var one in family.Append(order).OrderBy(o => o.OrderId))
        {
            var sent = orders[one.PermId] = one with { Transmitted = true };
            if (sent.SimId is not null) continue;
            if (WaitsForParent(sent)) Tell(sent);
            else Submit(sent);
        }
    }

    private bool WaitsForParent(TwsOrder order) => order.Terms.ParentId != 0 && orders.Values
        .Any(o => o.ClientId == order.ClientId && o.OrderId == order.Terms.ParentId && Sim(o) is not { Status: SimOrderStatus.Filled });

    // The same number placed again changes the order: it stays the one it is, with what it has traded.
    private bool Changes(TwsOrder order, long simId)
    {
        var (changed, objection) = Exchange.Replace(simId, Ticket(order));
        if (changed is not null) return true;
        if (objection is null) Refuse(order, 104, "Cannot modify a filled order.");
        else Refuse(order, 201, $"Order rejected - reason:{objection}");
        return false;
    }

    private SimTicket Ticket(TwsOrder order)
    {
        var symbol = TwsListing.Of(order.Contract.ConId)!.Instrument.Symbol;
        return TwsTerms.Ticket(order, symbol, Exchange.Read(e => e.Book(symbol).Last), order.Terms.Quantity)!;
    }

    private void Submit(TwsOrder order)
    {
        var sim = Exchange.Submit(Ticket(order));
        // What the engine said meanwhile waits behind this action and finds the order by then.
        bySimId[sim.Id] = order.PermId;
        orders[order.PermId] = order with { SimId = sim.Id };
    }

    private void After(TwsPeer peer, long permId, Fault? fault)
    {
        var order = orders[permId];
        if (fault == Fault.ErrorAfterAcceptance)
            peer.Send(new ErrorMessage(order.OrderId, 322, "Error processing request: server error", ""));
        if (fault == Fault.NightlyReset)
        {
            peer.Send(new ErrorMessage(-1, 1100, "Connectivity between IB and Trader Workstation has been lost.", ""));
            peer.Close();
        }
        if (fault == Fault.PartialThenCancel && order.SimId is { } simId && Sim(order) is { Leaves: > 1m } sim)
        {
            Exchange.Force(simId, decimal.Floor(sim.Leaves / 2m));
            Exchange.Cancel(simId, "canceled by the exchange");
        }
    }

    private void Over(TwsOrder order)
    {
        orders[order.PermId] = order;
        var filled = Sim(order) is { Status: SimOrderStatus.Filled };
        foreach (var child in orders.Values
            .Where(o => o.ClientId == order.ClientId && o.Terms.ParentId == order.OrderId && !o.IsOver).ToArray())
        {
            if (filled && child.SimId is null && child.Transmitted) Submit(child);
            else if (!filled && child.SimId is null) Tell(orders[child.PermId] = child with { IsOver = true });
        }
        // The children of a bracket are each other's end, whether the client put them into a group or not.
        foreach (var sibling in filled && order.Terms.ParentId != 0
            ? orders.Values.Where(o => o.ClientId == order.ClientId && o.Terms.ParentId == order.Terms.ParentId && o.PermId != order.PermId
                && !o.IsOver).ToArray() : [])
        {
            if (sibling.SimId is { } childId) Exchange.Cancel(childId, "the other child has filled");
        }
        if (order.Terms.OcaGroup.Length == 0) return;
        foreach (var sibling in orders.Values
            .Where(o => o.Terms.OcaGroup == order.Terms.OcaGroup && o.PermId != order.PermId && !o.IsOver).ToArray())
        {
            if (sibling.SimId is { } simId) Exchange.Cancel(simId, "the group is done");
        }
    }
}
