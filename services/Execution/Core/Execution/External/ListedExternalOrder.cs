namespace Superintel.Execution.Execution.External;

/// <summary>An external order at its place among all orders.</summary>
/// <param name="Sequence">Counts up in order of adoption; in one store it shares its numbers with the desk's own orders.</param>
public sealed record ListedExternalOrder(long Sequence, ExternalOrder Order);
