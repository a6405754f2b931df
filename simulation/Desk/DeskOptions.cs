using Superintel.Approval;
using Superintel.Execution;
using Superintel.Ingestion;
using Superintel.Prediction;
using Superintel.Risk;

namespace Superintel.Simulation.Desk;

/// <summary>What each service of the simulated desk is set to; the defaults are the fleet's own.</summary>
public sealed record DeskOptions
{
    public IngestionOptions Ingestion { get; init; } = new();

    public PredictionOptions Prediction { get; init; } = new();

    public ApprovalOptions Approval { get; init; } = new();

    public RiskOptions Risk { get; init; } = new();

    public ExecutionOptions Execution { get; init; } = new();
}
