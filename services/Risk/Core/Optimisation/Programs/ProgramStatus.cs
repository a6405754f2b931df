namespace Superintel.Risk.Optimisation.Programs;

/// <summary>How a search for an optimum ended.</summary>
public enum ProgramStatus
{
    Optimal = 1,

    /// <summary>No point satisfies the constraints.</summary>
    Infeasible = 2,

    /// <summary>The iterations ran out before the conditions held: no answer to trade on.</summary>
    NotConverged = 3,
}
