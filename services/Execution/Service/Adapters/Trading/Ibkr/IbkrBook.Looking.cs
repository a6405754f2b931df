using Superintel.Execution.Trading;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

// What a look at everything says of who is not in it.
internal sealed partial class IbkrBook
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private int looks = 1;

    /// <summary>All orders are asked for: what worked and is not told until <see cref="EndLook"/> is not there any more.</summary>
    public int BeginLook()
    {
        lock (gate) return ++looks;
    }

    /// <summary>All was told. What worked before and was not told is unheard; what has been over and told for a day goes.</summary>
    /// <returns>Those that are unheard from now on.</returns>
    public IReadOnlyList<IbkrOrder> EndLook(int look, DateTimeOffset now)
    {
        lock (gate)
        {
            var lost = new List<IbkrOrder>();
            foreach (var (key, order) in orders.ToArray())
            {
                var works = order.BrokerStatus == BrokerOrderStatus.Working && !order.IsUnheard;
                if (works && order.HeardInLook > 0 && order.HeardInLook < look)
                    lost.Add(orders[key] = order with { IsUnheard = true, OverSince = now });
                else if (!works && order.OverSince is null) orders[key] = order with { OverSince = now };
                else if (order.OverSince is { } since && now - since > Kept && (order.IsTold || order.Reference.Length == 0))
                    Forget(key, order);
            }
            return lost;
        }
    }

    /// <summary>The reader of events has heard how it stands.</summary>
    public void Told(IbkrOrder order)
    {
        lock (gate)
        {
            if (Key(0, order.PermId, order.Reference) is { } key && orders[key] with { HeardInLook = order.HeardInLook } == order)
                orders[key] = orders[key] with { IsTold = true };
        }
    }

    private void Forget(int key, IbkrOrder order)
    {
        orders.Remove(key);
        if (byPermId.GetValueOrDefault(order.PermId) == key) byPermId.Remove(order.PermId);
        if (byOrderId.GetValueOrDefault(order.OrderId) == key) byOrderId.Remove(order.OrderId);
        if (byReference.GetValueOrDefault(order.Reference) == key) byReference.Remove(order.Reference);
    }

    // That a cancel found nothing, or a number that proves nothing, is no sign of life.
    private static bool IsWordOfIt(int code) => TwsErrors.Classify(code, aboutOrder: true)
        is TwsErrorClass.OrderRejected or TwsErrorClass.OrderCanceled or TwsErrorClass.OrderWarning;
}
