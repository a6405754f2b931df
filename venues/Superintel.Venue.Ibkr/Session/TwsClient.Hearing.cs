using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Session;

public sealed partial class TwsClient : IMessageSink
{
    private readonly Lock joining = new();
    private readonly ExecutionJoin join;
    private bool hasId;

    void IMessageSink.On<T>(in T message)
    {
        switch (message)
        {
            case TickPrice or TickSize or RealTimeBar or MarketDepth or MarketDepthL2 or HistoricalUpdate:
                subscriptions.Deliver(in message);
                break;
            case OrderStatus status:
                if (status.ClientId == options.ClientId) OrderIds.Own(status.OrderId);
                listener.Heard(status);
                break;
            case OpenOrder { Terms.WhatIf: true } question:
                Answered(question);
                break;
            case OpenOrder order:
                OrderIds.Seen(order.OrderId);
                if (order.ClientId == options.ClientId) OrderIds.Own(order.OrderId);
                pending.Add(PendingTable.OpenOrders, order);
                listener.Heard(order);
                break;
            case ExecutionDetails details:
                Joined(join => join.Add(details));
                pending.Add(details.RequestId, details);
                break;
            case CommissionReport commission:
                Joined(join => join.Add(commission));
                break;
            case ErrorMessage error:
                Take(error);
                break;
            default:
                Answer(message);
                break;
        }
    }

    private void Answer<T>(T message)
    {
        switch (message)
        {
            case NextValidId next:
                OrderIds.AtLeast(next.OrderId);
                hasId = true;
                pending.Add(PendingTable.OrderIds, next);
                pending.Complete(PendingTable.OrderIds);
                ReadyWhenBoth();
                break;
            case ManagedAccounts managed:
                Accounts = managed.Accounts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                ReadyWhenBoth();
                break;
            case CurrentTime time:
                VenueTime = DateTimeOffset.FromUnixTimeSeconds(time.EpochSeconds);
                pending.Add(PendingTable.Time, time);
                pending.Complete(PendingTable.Time);
                break;
            case HistoricalData bars:
                pending.Add(bars.RequestId, bars);
                pending.Complete(bars.RequestId);
                subscriptions.Deliver(in bars);
                break;
            default:
                Row(message);
                break;
        }
    }

    private void Row<T>(T message)
    {
        switch (message)
        {
            case AccountSummary row: pending.Add(row.RequestId, row); break;
            case AccountSummaryEnd end: pending.Complete(end.RequestId); break;
            case Position row: pending.Add(PendingTable.Positions, row); break;
            case PositionEnd: pending.Complete(PendingTable.Positions); break;
            case OpenOrderEnd: pending.Complete(PendingTable.OpenOrders); break;
            case CompletedOrder row: pending.Add(PendingTable.CompletedOrders, row); break;
            case CompletedOrdersEnd: pending.Complete(PendingTable.CompletedOrders); break;
            case ContractData row: pending.Add(row.RequestId, row); break;
            case ContractDataEnd end: pending.Complete(end.RequestId); break;
            case ExecutionDetailsEnd end: pending.Complete(end.RequestId); break;
        }
    }

    private void Take(ErrorMessage error)
    {
        var aboutOrder = OrderIds.IsOwn(error.Id);
        switch (TwsErrors.Classify(error.Code, aboutOrder))
        {
            case TwsErrorClass.ConnectionLost:
                subscriptions.ResetAll();
                VenueAway();
                break;
            case TwsErrorClass.RestoredDataLost:
                listener.Farm(error.Code, error.Text);
                subscriptions.AskAgain();
                VenueBack(dataLost: true);
                break;
            case TwsErrorClass.RestoredDataKept:
                listener.Farm(error.Code, error.Text);
                VenueBack(dataLost: false);
                break;
            case TwsErrorClass.Fatal when !aboutOrder:
                fatal = $"tws-{error.Code}";
                break;
            case TwsErrorClass.DepthReset:
                subscriptions.Reset(error.Id);
                break;
            case TwsErrorClass.FarmDown or TwsErrorClass.FarmUp or TwsErrorClass.FarmIdle:
                listener.Farm(error.Code, error.Text);
                break;
            case TwsErrorClass.Information:
                break;
            default:
                if (aboutOrder && Refused(error)) break;
                if (aboutOrder) listener.Refused(error.Id, error.Code, error.Text);
                else RefuseRequest(error);
                break;
        }
    }

    private void RefuseRequest(ErrorMessage error)
    {
        if (error.Code == 162 && error.Text.Contains("no data", StringComparison.OrdinalIgnoreCase)) pending.Complete(error.Id);
        else if (error.Code is not (10167 or 2174))
        {
            var code = TwsErrors.RefusalOf(error.Code, error.Text);
            var failure = new TwsException(code, error.Text, mayHaveLeft: true, venueCode: error.Code);
            if (!pending.Fail(error.Id, failure)) subscriptions.End(error.Id, failure);
        }
    }

    private void ReadyWhenBoth()
    {
        if (hasId && Accounts.Count > 0) ready.TrySetResult();
    }

    private void Joined(Func<ExecutionJoin, PricedExecution?> half)
    {
        PricedExecution? whole;
        lock (joining) whole = half(join);
        if (whole is not null) listener.Heard(whole);
    }

    private IReadOnlyList<PricedExecution> OverdueNow(bool all)
    {
        lock (joining) return all ? join.All() : join.Overdue();
    }
}
