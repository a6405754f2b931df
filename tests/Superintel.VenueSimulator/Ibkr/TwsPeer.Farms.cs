using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.VenueSimulator.Ibkr;

// TWS's words as ib_insync #306, IBC #143 and nautilus_trader #3968 quote them.
internal sealed partial class TwsPeer
{
    /// <summary>Which farms are there.</summary>
    public void TellFarms()
    {
        var (isAway, word) = (desk.IsFarmAway, desk.IsFarmAway ? "broken" : "OK");
        Send(new ErrorMessage(-1, isAway ? 2103 : 2104, $"Market data farm connection is {word}:usfarm", ""));
        Send(new ErrorMessage(-1, isAway ? 2105 : 2106, $"HMDS data farm connection is {word}:ushmds", ""));
    }

    /// <summary>Running histories end with it.</summary>
    public void LoseFarm(bool says)
    {
        TellFarms();
        foreach (var id in streams.Where(stream => stream.Value.Kind == StreamKind.History).Select(stream => stream.Key).ToArray())
        {
            streams.Remove(id);
            if (says) Send(new ErrorMessage(id, 10182, "Failed to request live updates (disconnected).", ""));
        }
    }
}
