namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>What became of an order that its venue cannot tell of.</summary>
/// <param name="Outcome">not-placed, canceled or expired.</param>
/// <param name="Reason">How that is known; kept in the journal.</param>
public sealed record ResolveBody(string Outcome, string Reason);
