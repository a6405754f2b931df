using Superintel.Execution.Trading;
using Superintel.Venue.Mt4;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>
/// An order that the bridge's journal does not have: the terminal is asked too, since a journal can be lost or be an older copy. Every
/// ticket of ours carries the order's name as its comment.
/// </summary>
internal sealed class Mt4Absence(Mt4Client client, TimeProvider clock)
{
    // The machines' clocks differ, and a terminal's day begins where its broker is.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <returns>Null: neither a pending order, nor a position, nor a closed ticket has the name.</returns>
    /// <exception cref="BrokerUnavailableException">The terminal cannot be asked: nothing is proved.</exception>
    public async Task<string?> Trace(string name, DateTimeOffset createdAt, CancellationToken ct)
    {
        var orders = Mt4Terminal.Given(await client.Orders(ct));
        if (orders.FirstOrDefault(order => IsOf(name, order.ClientOrderId, order.Comment)) is { } pending)
            return $"pending order {pending.Ticket}";
        var positions = Mt4Terminal.Given(await client.Positions(ct));
        if (positions.FirstOrDefault(held => IsOf(name, held.ClientOrderId, held.Comment)) is { } open) return $"open ticket {open.Ticket}";
        var history = Mt4Terminal.Given(await client.History(createdAt - Slack, clock.GetUtcNow() + Slack, ct));
        return history.FirstOrDefault(trade => IsOf(name, trade.ClientOrderId, trade.Comment)) is { } closed
            ? $"closed ticket {closed.Ticket}"
            : null;
    }

    private static bool IsOf(string name, string? order, string? comment) => order == name || comment == name;
}
