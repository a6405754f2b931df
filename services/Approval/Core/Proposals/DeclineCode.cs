namespace Superintel.Approval.Proposals;

/// <summary>Why a decision ended in approval: the codes of ProposalDeclined.</summary>
public static class DeclineCode
{
    /// <summary>A person or a rule said no.</summary>
    public const string Declined = "declined";

    /// <summary>Nobody answered in time.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>Risk gave no size, with its own code in the detail.</summary>
    public const string SizingRefused = "sizing-refused";

    /// <summary>Risk did not answer.</summary>
    public const string SizingUnavailable = "sizing-unavailable";

    /// <summary>The signal's bar is no longer the current one.</summary>
    public const string SignalStale = "signal-stale";

    /// <summary>The signal was made from features this version does not know.</summary>
    public const string UnknownSchema = "unknown-schema";

    /// <summary>Risk does not know an instrument of the pair.</summary>
    public const string UnknownInstrument = "unknown-instrument";

    public static IReadOnlyList<string> All { get; } =
        [Declined, Lapsed, SizingRefused, SizingUnavailable, SignalStale, UnknownSchema, UnknownInstrument];
}
