using Superintel.AppHost.Local.Processes;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Supervision;

/// <summary>What every part's runner shares.</summary>
/// <param name="Say">Tells the person at the terminal one line.</param>
public sealed record Surroundings(
    StateFolder Folder,
    HealthBoard Board,
    ChildThread Children,
    RunRecord Record,
    TimeProvider Clock,
    Action<string> Say);
