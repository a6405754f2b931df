using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace Superintel.ServiceDefaults.Telemetry;

/// <summary>Metrics in the Prometheus text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void Write(StringBuilder text, Metric metric)
    {
        var name = Name(metric);
        text.Append("# HELP ").Append(name).Append(' ').Append(metric.Description.Replace("\\", "\\\\").Replace('\n', ' ')).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(Kind(metric.MetricType)).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point);
            switch (metric.MetricType)
            {
                case MetricType.Histogram: Histogram(text, name, labels, point); break;
                case MetricType.LongSum or MetricType.LongSumNonMonotonic: Sample(text, name, labels, point.GetSumLong()); break;
                case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic: Sample(text, name, labels, point.GetSumDouble()); break;
                case MetricType.LongGauge: Sample(text, name, labels, point.GetGaugeLastValueLong()); break;
                case MetricType.DoubleGauge: Sample(text, name, labels, point.GetGaugeLastValueDouble()); break;
            }
        }
    }

    private static string Name(Metric metric)
    {
        var name = new StringBuilder(metric.Name.Length + 16);
        foreach (var letter in metric.Name) name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", _ => string.Empty };
        if (!name.ToString().EndsWith(unit, StringComparison.Ordinal)) name.Append(unit);
        if (metric.MetricType is MetricType.LongSum or MetricType.DoubleSum) name.Append("_total");
        return name.ToString();
    }

    private static string Kind(MetricType type) => type switch
    {
        MetricType.Histogram => "histogram",
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        _ => "gauge",
    };

    private static void Histogram(StringBuilder text, string name, string labels, in MetricPoint point)
    {
        var below = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(
                CultureInfo.InvariantCulture);
            Sample(text, name + "_bucket", Joined(labels, $"le=\"{bound}\""), below);
        }

        Sample(text, name + "_sum", labels, point.GetHistogramSum());
        Sample(text, name + "_count", labels, point.GetHistogramCount());
    }

    private static void Sample(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Labels(in MetricPoint point)
    {
        var labels = string.Empty;
        foreach (var (key, value) in point.Tags)
        {
            var name = string.Concat(key.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
            var shown = (value?.ToString() ?? string.Empty).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
            labels = Joined(labels, $"{name}=\"{shown}\"");
        }

        return labels;
    }

    private static string Joined(string labels, string label) => labels.Length == 0 ? label : $"{labels},{label}";
}
