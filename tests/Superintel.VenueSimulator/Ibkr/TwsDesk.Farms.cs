using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Ibkr;

// The farms that serve data go away and come back; orders do not need them.
internal sealed partial class TwsDesk
{
    private const int MovesMissed = 20;
    private int movesLeft;

    /// <summary>No data flow, and no history can be had.</summary>
    public bool IsFarmAway { get; private set; }

    /// <param name="says">Each running history is told that it ended (10182); else it is dead without a word.</param>
    public void LoseFarm(bool says)
    {
        if (IsFarmAway) return;
        (IsFarmAway, movesLeft) = (true, int.MaxValue);
        foreach (var peer in peers.Values) peer.LoseFarm(says);
    }

    public void RegainFarm()
    {
        if (!IsFarmAway) return;
        IsFarmAway = false;
        foreach (var peer in peers.Values) peer.TellFarms();
    }

    private void LookAtFarm()
    {
        if (IsFarmAway && --movesLeft == 0) RegainFarm();
        else if (!IsFarmAway && faults.At(FaultPoint.Quote) == Fault.FarmAway)
        {
            LoseFarm(says: false);
            movesLeft = MovesMissed;
        }
    }
}
