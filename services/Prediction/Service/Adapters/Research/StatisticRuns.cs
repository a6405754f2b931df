using System.Text.Json.Nodes;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>Computes statistics beside the desk's work, a few at a time.</summary>
internal sealed class StatisticRuns(ResearchOptions options) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Statistics, options.Statistics);

    /// <summary>The result, or null when there was no place in time.</summary>
    /// <exception cref="TimeoutException">It takes too long. Its place is taken until it ends.</exception>
    /// <exception cref="InputFaultException">The series or an option's value cannot be worked on.</exception>
    public async Task<JsonObject?> Run(AskedMethod asked, ReadSeries series, CancellationToken ct)
    {
        if (!await places.WaitAsync(options.StatisticTime, ct)) return null;
        var work = QuietThread.Run(() =>
        {
            try
            {
                return asked.Run(series, null, CancellationToken.None);
            }
            finally
            {
                places.Release();
            }
        });
        return await work.WaitAsync(options.StatisticTime, ct);
    }

    public void Dispose() => places.Dispose();
}
