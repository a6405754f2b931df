using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>
/// The pair orders whose tending broke. A look is one transaction, and one pair must not keep the others from being tended: the look that
/// broke is rolled back and made again without it, and after a while it is tried again.
/// </summary>
public sealed class PairsAside(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Dictionary<(ClearanceId Clearance, bool InHalt), long> until = []; // by when it broke last
    private readonly HashSet<(ClearanceId Clearance, bool InHalt)> told = [];

    /// <summary>Does a piece of a look for one pair order, unless it stands aside.</summary>
    /// <returns>False: it stands aside, and nothing was done.</returns>
    /// <param name="inHalt">Taking back what works: that its rules break does not keep its orders from being taken back.</param>
    /// <exception cref="PairBrokenException">The piece broke: all that the look has done must be rolled back.</exception>
    public async Task<bool> Tend(ClearanceId clearance, Func<Task> work, bool inHalt = false)
    {
        if (IsAside((clearance, inHalt))) return false;
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not PairBrokenException)
        {
            throw new PairBrokenException(clearance, inHalt, failure);
        }
    }

    /// <returns>True: nobody was told since the process began.</returns>
    public bool Put(PairBrokenException broken)
    {
        lock (gate)
        {
            var key = (broken.Clearance, broken.InHalt);
            until[key] = clock.GetTimestamp();
            return told.Add(key);
        }
    }

    /// <summary>Nobody could be told: the next time is the first.</summary>
    public void Untell(PairBrokenException broken)
    {
        lock (gate) told.Remove((broken.Clearance, broken.InHalt));
    }

    private bool IsAside((ClearanceId, bool) key)
    {
        lock (gate) return until.TryGetValue(key, out var at) && clock.GetElapsedTime(at) < Pause;
    }
}
