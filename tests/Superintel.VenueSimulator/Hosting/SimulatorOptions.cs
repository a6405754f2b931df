using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Hosting;

/// <summary>How a venue is simulated.</summary>
/// <param name="Port">On loopback; 0 takes a free one.</param>
/// <param name="Seed">Of quotes, keys and faults.</param>
/// <param name="StepEvery">How often the markets move; zero: only when told to.</param>
public sealed record SimulatorOptions(int Port, int Seed, FaultPlan Faults, TimeSpan StepEvery)
{
    /// <summary>What the exchange takes its fees in.</summary>
    public SimFees Fees { get; init; } = SimFees.Quote;
}
