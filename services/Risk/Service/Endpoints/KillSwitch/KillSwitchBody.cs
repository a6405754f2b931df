using Superintel.Kernel;

namespace Superintel.Risk.Service.Endpoints.KillSwitch;

/// <summary>Where the kill switch shall stand, and why.</summary>
public sealed record KillSwitchBody(TradingState State, string Reason, bool Flatten = false);
