namespace Superintel.AppHost.Local.State;

/// <summary>The fleet cannot do what was asked, for a reason that the person at the terminal can act on.</summary>
public sealed class FleetException(string message) : Exception(message)
{
    public static FleetException AlreadyRuns(StateFolder folder, int? pid) =>
        new($"A fleet already runs on {folder.Root} (pid {pid}). See `./superintel status`; `./superintel down` ends it.");
}
