namespace Superintel.Execution.Tests.Crash;

/// <summary>At the nth such moment after the one before.</summary>
internal sealed record KillPoint(KillMoment Moment, int Nth)
{
    public override string ToString() => $"{Moment} {Nth}";
}
