using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Proposals.ProposeTrade;

/// <summary>Whether a signal may become a proposal at all.</summary>
public static class SignalGate
{
    /// <returns>A code of <see cref="DeclineCode"/> and its detail; null when it may.</returns>
    public static (string Code, string Detail)? Refusal(SignalGenerated signal, DateTimeOffset now, ApprovalOptions options)
    {
        if (!options.FeatureSchemas.Contains(signal.FeatureSchema, StringComparer.Ordinal))
            return (DeclineCode.UnknownSchema, $"'{signal.FeatureSchema}' is none of {string.Join(", ", options.FeatureSchemas)}.");
        // An exit is never too late: it only reduces.
        var age = now - signal.OccurredAt;
        return signal.Intent != "close" && age > options.SignalLifetime
            ? (DeclineCode.SignalStale, $"The signal's bar is of {signal.OccurredAt:O}, it is {now:O}.")
            : null;
    }
}
