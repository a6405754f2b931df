using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Processes;

/// <summary>
/// The processes that run now, in a file, so that the next host can end what a killed one left behind. The kernel does
/// that too, but for a child killed in the moment between its birth and its asking for it.
/// </summary>
public sealed class RunRecord(StateFolder folder)
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <param name="StartTicks">With the pid names the process for good: pids are used again.</param>
    public sealed record Entry(int Pid, long StartTicks);

    public void Add(Child child) => Change(() => entries.Add(new Entry(child.Pid, child.StartTicks)));

    public void Remove(Child child) => Change(() => entries.RemoveAll(entry => entry.Pid == child.Pid));

    /// <summary>Ends what an earlier host left: asks, waits, kills.</summary>
    /// <returns>How many processes were found.</returns>
    public async Task<int> EndLeftovers(TimeSpan within, CancellationToken cancellationToken)
    {
        var left = (PrivateFile.Read<List<Entry>>(folder.Processes) ?? []).Where(Runs).ToArray();
        foreach (var entry in left)
            Signals.Send(entry.Pid, Signals.Terminate);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(within);
        while (left.Any(Runs) && !patience.IsCancellationRequested)
            await Task.Delay(50, cancellationToken);
        foreach (var entry in left.Where(Runs))
            Signals.Send(-entry.Pid, Signals.Kill);
        return left.Length;
    }

    private static bool Runs(Entry entry) => ProcessTable.StartTicks(entry.Pid) == entry.StartTicks;

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            PrivateFile.Write(folder.Processes, entries);
        }
    }
}
