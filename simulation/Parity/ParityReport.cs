namespace Superintel.Simulation.Parity;

/// <summary>The fleet's orders against those of the simulation over the same bars.</summary>
/// <param name="From">First bar of the comparison; null: the beginning of the data.</param>
/// <param name="Position">Last bar of it.</param>
/// <param name="Matched">Orders that are the same in everything.</param>
/// <param name="Interventions">What people did in the fleet; from the first of them on, differences have a cause.</param>
public sealed record ParityReport(
    DateTimeOffset? From,
    DateTimeOffset? Position,
    int FleetOrders,
    int SimulatedOrders,
    int Matched,
    IReadOnlyList<Intervention> Interventions,
    IReadOnlyList<ParityDifference> Differences)
{
    public int Unexplained => Differences.Count(difference => difference.Cause == ParityDifference.Unexplained);
}
