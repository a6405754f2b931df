namespace Superintel.TestKit;

/// <summary>
/// What a call costs in processor time of this process. Time in which other work had the processor does not count, so that a busy machine
/// makes nothing slow.
/// </summary>
public static class ProcessorTime
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(400);

    // The system counts in microseconds.
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(0.5);

    /// <summary>By all threads since the process began.</summary>
    public static TimeSpan Used => Environment.CpuUsage.TotalTime;

    /// <summary>
    /// The least of many samples is the one that was disturbed least. Before them the call is repeated until the runtime has had time to
    /// translate it with all optimisations.
    /// </summary>
    /// <returns>Seconds of one call.</returns>
    public static double Least(Action call, int samples)
    {
        var (begun, warm) = (Used, 0);
        for (; warm == 0 || Used - begun < WarmUp; warm++) call();
        var calls = Math.Max(1, (int)Math.Ceiling(Sample / ((Used - begun) / warm)));
        var least = double.PositiveInfinity;
        for (var sample = 0; sample < samples; sample++)
        {
            var start = Used;
            for (var i = 0; i < calls; i++) call();
            least = Math.Min(least, (Used - start).TotalSeconds / calls);
        }

        return least;
    }
}
