using Superintel.Contracts.Events.V1;

namespace Superintel.Prediction.Signals.RememberRefusedExit;

/// <summary>Which ends of a closing decision may leave the pair held with nobody on the way to close it.</summary>
public static class ExitRetryRule
{
    /// <summary>A person's no stands; there is nothing to close, or the numbers would be refused again: no repeat helps.</summary>
    public static bool After(ProposalDeclined declined) => declined.Code switch
    {
        "declined" or "unknown-schema" => false,
        "sizing-refused" => declined.RiskCode is not ("" or "no-position" or "invalid-signal"),
        _ => true,
    };

    public static bool After(OrderVetoed vetoed) =>
        vetoed.Reasons.Count > 0 && !vetoed.Reasons.Any(reason => reason.Code is "duplicate-decision" or "proposal-invalid");

    /// <summary>A clearance that was used already has its orders at work.</summary>
    public static bool After(OrderDenied denied) => denied.Code != "clearance-reused";

    /// <summary>Only when nothing was filled: what is incomplete is held for a person.</summary>
    public static bool After(PairOrderClosed closed) => closed.Outcome == "failed";
}
