using System.Text.Json.Nodes;
using Superintel.Prediction.Service.Adapters.Research;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <summary>As for a statistic, with the method. Without instruments and series: all of the panel that have no holes.</summary>
internal sealed record JobBody(
    string Method,
    IReadOnlyList<string>? Instruments = null,
    InlineSeries? Series = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool? Log = null,
    JsonObject? Options = null,
    string? Feed = null,
    string? Interval = null)
{
    public SeriesRequest Request() => new(Instruments, Series, From, To, Log ?? false, Options, Feed, Interval);
}
