using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Superintel.ServiceDefaults.Telemetry;

/// <summary>Gives the current metrics when asked. The SDK aggregates, this only writes.</summary>
internal sealed class PrometheusExporter : BaseExporter<Metric>
{
    private const int CollectTimeoutMilliseconds = 5000;
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();

    public PrometheusExporter() => Reader = new BaseExportingMetricReader(this);

    public MetricReader Reader { get; }

    public string Collect()
    {
        lock (gate)
        {
            text.Clear();
            Reader.Collect(CollectTimeoutMilliseconds);
            return text.ToString();
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch) PrometheusText.Write(text, metric);
        return ExportResult.Success;
    }
}
