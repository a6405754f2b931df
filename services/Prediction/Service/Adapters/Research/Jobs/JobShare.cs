namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>The share of a job that is done: written by the work, looked at by the runner.</summary>
internal sealed class JobShare : IProgress<double>
{
    private double share;

    public double Value => Volatile.Read(ref share);

    /// <summary>What was last told of it; the runner's own note.</summary>
    public double Told { get; set; }

    public void Report(double value) => Volatile.Write(ref share, double.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0);
}
