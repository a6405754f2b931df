using System.Text.Json.Nodes;
using Superintel.Prediction.Service.Adapters.Research;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <summary>Instruments of the stored panel or series of the caller's own, and the method's options without dashes.</summary>
internal record StatisticBody(
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
