using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Processes;

/// <param name="DeathSignal">What the kernel sends the child when the host dies, for example TERM.</param>
/// <param name="Log">Takes what the child prints, both streams in one.</param>
public sealed record ChildRequest(Launch Launch, string DeathSignal, RollingLog Log);
