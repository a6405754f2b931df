using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>What TWS said, in the port's words. Everything known is told again: the port's reader keeps each fact once.</summary>
internal static class IbkrTold
{
    /// <summary>The name of an order: ours, or one made from its permId for an order that somebody else placed.</summary>
    public static ClientOrderId Name(IbkrOrder order) => new(order.Reference.Length > 0 ? order.Reference : $"external-{order.PermId}");

    public static IEnumerable<BrokerEvent> Events(IbkrOrder order, DateTimeOffset now)
    {
        var name = new ClientOrderId(order.Reference);
        if (order.IsRejected)
        {
            yield return new BrokerEvent.Rejected(name, now, $"tws-{order.RefusalCode}", order.Text);
            yield break;
        }
        // Executions are facts, whatever became of the order.
        if (!order.IsAnswered && order.Executions.Count == 0) yield break;
        yield return new BrokerEvent.Accepted(name, now, order.VenueOrderId);
        foreach (var fill in Fills(order, name, now)) yield return fill;
        if (order.IsCanceled) yield return new BrokerEvent.Canceled(name, now, order.Text);
    }

    public static BrokerOrder Order(
        IbkrOrder order, ClientOrderId name, string account, InstrumentId instrument, DateTimeOffset now) => new(
        IbkrBroker.VenueName,
        order.Terms.Account.Length > 0 ? order.Terms.Account : account,
        name,
        order.VenueOrderId,
        instrument,
        order.Terms.Action.StartsWith('S') ? Side.Sell : Side.Buy,
        new Quantity(order.Terms.Quantity * order.Contract.Units),
        order.IsShortened ? BrokerOrderStatus.Canceled : order.BrokerStatus,
        order.Text,
        [.. Fills(order, name, now)]);

    private static IEnumerable<BrokerEvent.Filled> Fills(IbkrOrder order, ClientOrderId name, DateTimeOffset now)
    {
        foreach (var (stem, execution) in order.Executions)
        {
            var details = execution.Details;
            var at = TwsTime.TryParse(details.Time, TimeZoneInfo.Utc, out var time) ? time : now;
            var currency = new Currency(execution.Commission is { Currency.Length: >= 3 } paid ? paid.Currency : details.Contract.Currency);
            var commission = new Money(execution.Commission?.Commission ?? 0m, currency);
            var units = new Quantity(details.Quantity * details.Contract.Units);
            yield return new BrokerEvent.Filled(name, at, stem, units, details.Price, commission)
            {
                Revision = ExecutionIdentity.Of(details.ExecutionId).Revision,
                CommissionPending = execution.Commission?.Commission is null,
            };
        }
    }
}
