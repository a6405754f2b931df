using Superintel.Approval.Tiers;

namespace Superintel.Approval;

/// <summary>What the operator sets at start.</summary>
public sealed record ApprovalOptions
{
    /// <summary>Entries below this confidence need a trader. In [0, 1]. Default 0.75.</summary>
    public double AutoConfidence { get; init; } = 0.75;

    /// <summary>Entries below this confidence need seniors. In [0, <see cref="AutoConfidence"/>]. Default 0.5.</summary>
    public double TraderConfidence { get; init; } = 0.5;

    /// <summary>Entries of this notional and more, both legs in the base currency, need a trader. Default 120,000.</summary>
    public decimal TraderNotional { get; init; } = 120_000m;

    /// <summary>Entries of this notional and more need seniors. At least <see cref="TraderNotional"/>. Default 250,000.</summary>
    public decimal SeniorNotional { get; init; } = 250_000m;

    /// <summary>How long a person may take, on the fleet's clock. Default 15 minutes.</summary>
    public TimeSpan ProposalLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Age on the fleet's clock beyond which an entry's bar is no longer the current one. Default 5 minutes.</summary>
    public TimeSpan SignalLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Feature schemas, name/version, whose signals are understood. Default pair-spread/1.</summary>
    public IReadOnlyList<string> FeatureSchemas { get; set; } = ["pair-spread/1"];

    /// <summary>Who answers in a person's place: human (nobody: people vote), all, none or rule. Default human.</summary>
    public HumanPolicy HumanPolicy { get; init; } = HumanPolicy.Human;

    /// <summary>The policy rule approves from this confidence on. In [0, 1]. Default 0.7.</summary>
    public double RuleConfidence { get; init; } = 0.7;

    /// <summary>Every rule the options break, empty when they are sound.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (AutoConfidence is not (>= 0 and <= 1)) problems.Add("AutoConfidence must be 0 to 1");
        if (!(TraderConfidence >= 0 && TraderConfidence <= AutoConfidence)) problems.Add("TraderConfidence must be 0 to AutoConfidence");
        if (TraderNotional <= 0m) problems.Add("TraderNotional must be above zero");
        if (SeniorNotional < TraderNotional) problems.Add("SeniorNotional must not be below TraderNotional");
        if (ProposalLifetime <= TimeSpan.Zero) problems.Add("ProposalLifetime must be above zero");
        if (SignalLifetime <= TimeSpan.Zero) problems.Add("SignalLifetime must be above zero");
        if (FeatureSchemas is not { Count: > 0 }) problems.Add("FeatureSchemas must name at least one schema");
        if (!Enum.IsDefined(HumanPolicy)) problems.Add("HumanPolicy must be human, all, none or rule");
        if (RuleConfidence is not (>= 0 and <= 1)) problems.Add("RuleConfidence must be 0 to 1");
        return problems;
    }
}
