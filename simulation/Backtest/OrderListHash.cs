using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Superintel.Contracts.Events.V1;

namespace Superintel.Simulation.Backtest;

/// <summary>
/// One number for all a run did. Each order gives one line: identity, instrument, side, quantity, type, time, then its end. The lines are
/// hashed in order of submission, numbers invariant and without trailing zeros, so the hash is the same on any machine.
/// </summary>
public sealed class OrderListHash
{
    private readonly List<OrderSubmitted> submitted = [];
    private readonly Dictionary<string, OrderClosed> closed = new(StringComparer.Ordinal);

    public int Orders => submitted.Count;

    public void Apply(OrderSubmitted order) => submitted.Add(order);

    public void Apply(OrderClosed order) => closed[order.ClientOrderId] = order;

    /// <summary>The orders with their ends so far, in order of submission.</summary>
    public IEnumerable<(OrderSubmitted Order, OrderClosed? End)> List =>
        submitted.Select(order => (order, closed.GetValueOrDefault(order.ClientOrderId)));

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public string Compute()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var order in submitted) sha.AppendData(Encoding.UTF8.GetBytes(Line(order)));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private string Line(OrderSubmitted order)
    {
        var end = closed.GetValueOrDefault(order.ClientOrderId);
        return string.Join('|', order.ClientOrderId, order.InstrumentId, order.Side, Text(order.Quantity), order.OrderType,
            order.LimitPrice is { } limit ? Text(limit) : "", order.OccurredAt.UtcDateTime.ToString("O"), order.Purpose,
            end?.Status ?? "open", Text(end?.CumulativeQuantity ?? 0m), end?.AveragePrice is { } price ? Text(price) : "") + "\n";
    }

    private static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
