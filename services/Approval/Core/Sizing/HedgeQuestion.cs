using Superintel.Kernel;

namespace Superintel.Approval.Sizing;

/// <summary>What a person wants to hold against the tail, or to end.</summary>
/// <param name="Opens">True to hold it, false to end it.</param>
/// <param name="AdviceId">What the person saw; empty to end.</param>
/// <param name="AdvisedAt">When, on the fleet's clock.</param>
/// <param name="Terms">What the advice was priced with.</param>
public sealed record HedgeQuestion(
    InstrumentId Instrument, bool Opens, string AdviceId, DateTimeOffset AdvisedAt, HedgeTerms Terms);
