namespace Superintel.Execution.Trading;

/// <summary>What an order would cost, in its venue's words. Null: the venue does not say, which is not zero.</summary>
public sealed record OrderCost
{
    public MarginEffect? InitialMargin { get; init; }

    public MarginEffect? MaintenanceMargin { get; init; }

    /// <summary>Cash and what can be borrowed against, less what is borrowed.</summary>
    public MarginEffect? EquityWithLoan { get; init; }

    public CommissionEstimate? Commission { get; init; }

    /// <summary>The venue's words and ours, for a person; empty: none.</summary>
    public string Warning { get; init; } = "";
}
