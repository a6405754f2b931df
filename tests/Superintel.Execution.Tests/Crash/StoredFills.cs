namespace Superintel.Execution.Tests.Crash;

/// <summary>What stands of an order's executions: those that were taken back whole are not counted.</summary>
/// <param name="Value">Sum of units times price.</param>
/// <param name="Cost">Sum of the commissions, in the currency that the venue takes them in.</param>
internal sealed record StoredFills(int Count, decimal Quantity, decimal Value, decimal Cost)
{
    public static readonly StoredFills None = new(0, 0m, 0m, 0m);
}
