using Superintel.Benchmarks.Venues.Orders.Apart;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>An adapter in front of its simulated venue.</summary>
/// <param name="Apart">How long the desk waits between two orders, on the adapter's clock.</param>
/// <param name="Ticket">The n-th order.</param>
internal sealed record OrderDesk(
    string Name, IBroker Broker, VenueApart Venue, TimeSpan Apart, Func<int, OrderTicket> Ticket, Func<ValueTask> End)
{
    /// <summary>So many rest at the venue before all of them are canceled; zero: it takes any number.</summary>
    public int MostResting { get; init; }
}
