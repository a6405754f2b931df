using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.Tests.Fixtures;

/// <summary>What other services tell of a decision.</summary>
internal static class Decided
{
    public static ProposalCreated Created(string decision, string tier) => new(
        "p" + decision, decision, "A.TEST~B.TEST", "open", tier, "notional", [], 1_000m, "USD", 1, 0.9, 2.1, "reason", Some.Day(1),
            Some.Day(1), Some.Day(2), []);

    public static ProposalDeclined Declined(string decision) =>
        new("p" + decision, decision, "A.TEST~B.TEST", "declined", string.Empty, "ada", Some.Day(1));

    public static SliceExecuted Executed(DateTimeOffset at) => new("sample", "1d", at, []);

    public static SliceScored Scored(DateTimeOffset at, params string[] decisions) => new("sample", "1d", at, 1, 0, decisions);
}
