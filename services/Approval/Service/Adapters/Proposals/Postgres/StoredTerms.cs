using Superintel.Approval.Proposals;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Service.Adapters.Proposals.Postgres;

/// <summary>The terms as they stand in the terms column; fields are only ever added.</summary>
internal sealed record StoredTerms(
    string DecisionId,
    string PairId,
    bool Opens,
    OrderLeg[] Legs,
    decimal Notional,
    string Currency,
    double Direction,
    double Confidence,
    double ZScore,
    string Reason,
    string ProposedBy,
    DateTimeOffset SignalAt,
    RiskMeasure[] Sizing)
{
    public static StoredTerms Of(Terms terms) => new(
        terms.Decision.Value,
        terms.PairId,
        terms.Opens,
        [.. terms.Legs],
        terms.Notional.Amount,
        terms.Notional.Currency.Code,
        terms.Direction,
        terms.Confidence,
        terms.ZScore,
        terms.Reason,
        terms.ProposedBy,
        terms.SignalAt,
        [.. terms.Sizing]);

    public Terms ToTerms() => new(
        new DecisionId(DecisionId),
        PairId,
        Opens,
        [.. Legs],
        new Money(Notional, new Currency(Currency)),
        Direction,
        Confidence,
        ZScore,
        Reason,
        ProposedBy,
        SignalAt,
        [.. Sizing]);
}
