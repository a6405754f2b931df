using System.Collections.Immutable;
using Superintel.Contracts.Events;

namespace Superintel.Risk.Breakers.ResetBreaker;

/// <summary>The breaker after its reset, or why it was not reset.</summary>
/// <param name="Code">breaker-not-found, breaker-closed, reason-required or breaker-moved-meanwhile; null when it was reset.</param>
/// <param name="Happened">What was published, in order, for whoever has to be told without the bus.</param>
public sealed record ResetResult(Breaker? Breaker, string? Code, string Detail, ImmutableArray<IEvent> Happened)
{
    public static ResetResult Refused(string code, string detail) => new(null, code, detail, []);
}
