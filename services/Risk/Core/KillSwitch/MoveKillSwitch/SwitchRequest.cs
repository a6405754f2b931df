using Superintel.Kernel;

namespace Superintel.Risk.KillSwitch.MoveKillSwitch;

/// <summary>What a person wants of the kill switch.</summary>
/// <param name="By">The authenticated user.</param>
/// <param name="MayLoosen">The user is a senior: only then may more be let through than before.</param>
public sealed record SwitchRequest(TradingState State, bool Flatten, string Reason, string By, bool MayLoosen);
