namespace Superintel.AppHost.Local.State;

/// <summary>
/// Whether a state folder belongs to a replay or to live trading. One folder never holds both: their times, books and journals would mix.
/// </summary>
/// <param name="Mode">replay or live.</param>
public sealed record FleetMode(string Mode)
{
    private const string Replay = "replay";
    private const string Live = "live";

    /// <summary>Makes the folder one of the wanted mode, or finds that it is.</summary>
    /// <exception cref="FleetException">It is of the other mode.</exception>
    public static void Claim(StateFolder folder, bool live)
    {
        var wanted = live ? Live : Replay;
        // A folder from before there were modes holds a replay.
        var found = PrivateFile.Read<FleetMode>(folder.Mode)?.Mode ?? (File.Exists(folder.Secrets) ? Replay : null);
        if (found is null) PrivateFile.Write(folder.Mode, new FleetMode(wanted));
        else if (found != wanted)
            throw new FleetException(
                $"{folder.Root} holds a {found} fleet and cannot become a {wanted} one; choose another folder: --state DIR.");
    }
}
