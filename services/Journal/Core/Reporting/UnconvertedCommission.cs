namespace Superintel.Journal.Reporting;

/// <summary>Commissions of a decision in a currency whose rate was not known when they were paid: a cost that no profit or loss here
/// contains.</summary>
/// <param name="Amount">In <paramref name="Currency"/>; positive is a cost.</param>
public sealed record UnconvertedCommission(string DecisionId, string PairId, string Currency, decimal Amount);
