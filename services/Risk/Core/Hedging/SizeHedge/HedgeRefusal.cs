namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>Why advice does not become a proposal. Beside these, reason codes of sizing that mean the same.</summary>
public static class HedgeRefusal
{
    /// <summary>The advice is older than proposal-age, or ahead of the clock.</summary>
    public const string AdviceLapsed = "advice-lapsed";

    /// <summary>Something was traded since, or the terms are others: the advice is not of this book.</summary>
    public const string AdviceOutdated = "advice-outdated";

    /// <summary>On today's book and prices the hedge costs more than the tail it takes off.</summary>
    public const string NotWorthItsCost = "not-worth-its-cost";

    /// <summary>The terms are out of bounds.</summary>
    public const string TermsInvalid = "terms-invalid";
}
