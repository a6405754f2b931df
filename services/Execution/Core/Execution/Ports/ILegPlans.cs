using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Legs that are worked in parts.</summary>
public interface ILegPlans
{
    /// <summary>Those of one clearance by leg, ended ones included.</summary>
    ValueTask<IReadOnlyList<LegPlan>> Of(ClearanceId clearance, CancellationToken ct);

    /// <summary>Those that have not ended, by clearance and leg.</summary>
    ValueTask<IReadOnlyList<LegPlan>> Open(CancellationToken ct);

    /// <summary>Stores a plan, new or moved.</summary>
    ValueTask Save(LegPlan plan, CancellationToken ct);
}
