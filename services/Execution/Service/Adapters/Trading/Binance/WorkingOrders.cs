using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>
/// The working orders of one symbol. What the filters ask of them is kept as they come and go: an order does not wait until they are
/// counted.
/// </summary>
internal sealed class WorkingOrders
{
    private const int Most = 100_000;
    private readonly Dictionary<string, WorkingOrder> orders = new(StringComparer.Ordinal);

    public int Count => orders.Count;

    public int Stops { get; private set; }

    /// <summary>Base asset, of all purchases.</summary>
    public decimal Buying { get; private set; }

    /// <summary>Notes one, in place of what was noted of it before.</summary>
    public void Put(string name, WorkingOrder order)
    {
        Remove(name);
        if (orders.Count == Most) return;
        orders.Add(name, order);
        Tell(order, 1);
    }

    public void Remove(string name)
    {
        if (orders.Remove(name, out var gone)) Tell(gone, -1);
    }

    public void Keep(Func<string, WorkingOrder, bool> keeps)
    {
        foreach (var name in orders.Where(one => !keeps(one.Key, one.Value)).Select(one => one.Key).ToArray()) Remove(name);
    }

    private void Tell(WorkingOrder order, int times)
    {
        if (order.IsStop) Stops += times;
        if (order.Side == Side.Buy) Buying += times * order.Leaves;
    }
}
