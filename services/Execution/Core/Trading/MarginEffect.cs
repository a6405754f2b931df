namespace Superintel.Execution.Trading;

/// <summary>What an order would do to one figure of the account, in the account's base currency.</summary>
/// <param name="Before">Without the order; null: not told.</param>
/// <param name="Change">Above zero: it grows. Null: not told.</param>
/// <param name="After">With the order; null: not told.</param>
public sealed record MarginEffect(decimal? Before, decimal? Change, decimal? After);
