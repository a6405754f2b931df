using System.Collections.Immutable;
using Superintel.Contracts.Events;

namespace Superintel.Risk.KillSwitch.MoveKillSwitch;

/// <summary>The switch after the move, or why it did not move.</summary>
/// <param name="Code">reason-required, flatten-needs-stop, role-required or switch-moved-meanwhile; null when it moved.</param>
/// <param name="Happened">What was published, in order, for whoever has to be told without the bus.</param>
public sealed record SwitchResult(SwitchPosition? Position, string? Code, string Detail, ImmutableArray<IEvent> Happened)
{
    public static SwitchResult Refused(string code, string detail) => new(null, code, detail, []);
}
