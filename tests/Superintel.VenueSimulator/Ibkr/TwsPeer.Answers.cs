using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

internal sealed partial class TwsPeer
{
    private void Answer<T>(T asked)
    {
        switch (asked)
        {
            case PlaceOrder order: desk.Place(this, order); break;
            case CancelOrder cancel: desk.Cancel(this, cancel.OrderId); break;
            case GlobalCancel: desk.CancelAll(); break;
            case RequestIds: Send(new NextValidId(desk.NextId(ClientId))); break;
            case RequestManagedAccounts: Send(new ManagedAccounts(TwsDesk.Account)); break;
            case RequestCurrentTime: Send(new CurrentTime(desk.Now.ToUnixTimeSeconds())); break;
            case RequestPositions: Positions(); break;
            case RequestAccountSummary summary: Summary(summary); break;
            case RequestAccountUpdates updates: Updates(updates); break;
            case CancelPositions: hearsPositions = false; break;
            case CancelAccountSummary cancel: summaries.Remove(cancel.RequestId); break;
            case RequestOpenOrders: OpenOrders(order => order.ClientId == ClientId); break;
            case RequestAllOpenOrders or RequestAutoOpenOrders: OpenOrders(_ => true); break;
            case RequestCompletedOrders: CompletedOrders(); break;
            case RequestExecutions executions: Executions(executions); break;
            default: Data(asked); break;
        }
    }

    private void OpenOrders(Func<TwsOrder, bool> which)
    {
        foreach (var order in desk.Orders.Where(order => !order.IsOver && which(order))) Tell(order);
        Send(default(OpenOrderEnd));
    }

    private void CompletedOrders()
    {
        foreach (var order in desk.Orders.Where(order => order.IsOver))
        {
            var sim = desk.Sim(order);
            var status = TwsTerms.Status(order, sim);
            var time = TwsPaper.Time(sim?.ChangedAt ?? desk.Now);
            Send(new CompletedOrder(order.Contract, order.Terms, order.PermId, status, sim?.Filled ?? 0m, time, sim?.Text ?? status));
        }
        Send(default(CompletedOrdersEnd));
    }

    private void Executions(RequestExecutions asked)
    {
        var fills = desk.Exchange.Read(e => e.Fills);
        foreach (var fill in fills)
        {
            if (desk.OrderOf(fill.OrderId) is not { } order) continue;
            if (!TwsPaper.Fits(asked, order, fill)) continue;
            if (fill.Replaced is { } replaced) TellFill(order, replaced, asked.RequestId);
            TellFill(order, fill, asked.RequestId);
        }
        Send(new ExecutionDetailsEnd(asked.RequestId));
    }

    public void Tell(TwsOrder order)
    {
        var state = new OrderStateData { Status = TwsTerms.Status(order, desk.Sim(order)) };
        Send(new OpenOrder(order.OrderId, order.Contract, order.Terms, order.ClientId, order.PermId, state));
        TellStatus(order);
    }

    public void TellStatus(TwsOrder order)
    {
        var sim = desk.Sim(order);
        Send(new OrderStatus(
            order.OrderId,
            sim is null && order.SimId is null && !order.IsOver && !order.Transmitted ? "Inactive" : TwsTerms.Status(order, sim),
            sim?.Filled ?? 0m,
            sim?.Leaves ?? order.Terms.Quantity,
            decimal.Round(sim?.AveragePrice ?? 0m, 6),
            order.PermId,
            order.Terms.ParentId,
            decimal.Round(sim?.AveragePrice ?? 0m, 6),
            order.ClientId,
            order.Terms.ParentId != 0 && order.SimId is null ? "child" : "",
            0m));
    }

    /// <param name="revision">Null: the fill's own.</param>
    public void TellFill(TwsOrder order, SimFill fill, int requestId, int? revision = null)
    {
        var (details, commission) = TwsPaper.Execution(order, fill, desk.Sim(order), requestId, revision ?? fill.Revision);
        Send(details);
        if (!desk.IsHeld(commission)) Send(commission);
    }

    /// <summary>As TWS does: told once without figures, and again when they are worked out.</summary>
    public void TellWhatIf(TwsOrder order)
    {
        var told = new OpenOrder(
            order.OrderId, order.Contract, order.Terms, order.ClientId, 0, new OrderStateData { Status = "PreSubmitted" });
        Send(told);
        Send(told with { State = TwsPaper.WhatIf(desk.Exchange, order) });
    }
}
