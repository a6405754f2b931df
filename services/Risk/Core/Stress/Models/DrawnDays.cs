using Superintel.Kernel;

namespace Superintel.Risk.Stress.Models;

/// <summary>
/// Days that could happen to a book: joint growth factors of its instruments, drawn once. Paths choose their days among them, so that a
/// thousand correlated numbers a step cost one look into a table.
/// </summary>
internal sealed class DrawnDays
{
    /// <summary>Enough that a jump of three days in a thousand is there two dozen times.</summary>
    public const int Count = 8192;

    private readonly double[] growth;
    private readonly int stride;
    private readonly int jumps;
    private readonly bool recovers;

    private DrawnDays(double[] growth, int stride, int jumps, bool recovers) =>
        (this.growth, this.stride, this.jumps, this.recovers) = (growth, stride, jumps, recovers);

    /// <param name="jumpsPerDay">Share of the days that have a jump: all of them when a stress begins with one.</param>
    public static DrawnDays Draw(HeldBook book, ModelScenario scenario, double jumpsPerDay, NormalDraws draws)
    {
        var (covariance, stride) = (BookCovariance.Of(book.Returns!, scenario), book.Stride);
        var jumps = scenario.Jumps is null ? 0 : (int)Math.Round(jumpsPerDay * Count);
        var recovers = scenario.Jumps is { Recovery: > 0 };
        var days = new DrawnDays(new double[(Count + (recovers ? jumps : 0)) * stride], stride, jumps, recovers);
        var logs = new double[book.Holdings.Length];
        for (var day = 0; day < Count; day++)
        {
            for (var i = 0; i < logs.Length; i++) logs[i] = draws.Next();
            covariance.Correlate(logs);
            // A price that diffuses has no drift: exp has to be brought back to a mean of one.
            for (var i = 0; i < logs.Length; i++) logs[i] -= covariance.Variances[i] / 2;
            if (day < jumps) days.Jump(book, scenario.Jumps!, day, logs, draws);
            days.Write(day, logs);
        }

        return days;
    }

    public int Any(NormalDraws draws) => draws.Below(Count);

    /// <summary>The day after a day: what has fallen may recover; otherwise any.</summary>
    public int After(int day, NormalDraws draws) => recovers && day < jumps ? Count + day : draws.Below(Count);

    /// <summary>One factor per instrument, padded.</summary>
    public ReadOnlySpan<double> Growth(int day) => growth.AsSpan(day * stride, stride);

    private void Jump(HeldBook book, JumpLaw law, int day, double[] logs, NormalDraws draws)
    {
        var common = law.Mean + (law.Deviation * draws.Next());
        var back = new double[logs.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            var own = law.OwnDeviation * draws.Next();
            if (book.Holdings[i].Instrument.AssetClass == AssetClass.Fx) continue;
            logs[i] += common + own;
            back[i] = -law.Recovery * (common + own);
        }

        if (recovers) Write(Count + day, back);
    }

    private void Write(int day, double[] logs)
    {
        for (var i = 0; i < logs.Length; i++) growth[(day * stride) + i] = Math.Exp(logs[i]);
    }
}
