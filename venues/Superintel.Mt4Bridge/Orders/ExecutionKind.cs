namespace Superintel.Mt4Bridge.Orders;

/// <summary>The contract's words for what an execution did.</summary>
internal static class ExecutionKind
{
    public const string Open = "OPEN";
    public const string Close = "CLOSE";
}
