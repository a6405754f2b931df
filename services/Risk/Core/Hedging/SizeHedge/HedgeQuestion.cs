using Superintel.Kernel;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>A person's wish to hold a hedge that was advised, or to end one.</summary>
/// <param name="AdviceId">What the person saw; empty for an end.</param>
/// <param name="AdvisedAt">When the person saw it, on the fleet's clock; not looked at for an end.</param>
/// <param name="Terms">What the advice was priced with; not looked at for an end.</param>
public sealed record HedgeQuestion(
    InstrumentId Instrument, TradeIntent Intent, string AdviceId, DateTimeOffset AdvisedAt, HedgeTerms Terms);
