namespace Superintel.Risk.Limits;

/// <summary>One change of a limit, as it is kept for ever.</summary>
public sealed record LimitMove(
    string Name, long Version, double OldValue, double NewValue, string Reason, string By, DateTimeOffset At);
