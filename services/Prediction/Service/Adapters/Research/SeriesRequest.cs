using System.Text.Json.Nodes;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>Which series a request is about.</summary>
/// <param name="Instruments">Their closes in the stored panel; null or empty: all instruments without holes in the span.</param>
/// <param name="Series">Series of the caller's own, instead of instruments.</param>
/// <param name="From">First day, UTC, inclusive.</param>
/// <param name="To">Last day, UTC, inclusive.</param>
/// <param name="Log">Work on natural logarithms.</param>
/// <param name="Options">The method's options without dashes.</param>
/// <param name="Feed">The panel's feed; null: the panel that has most of the instruments, then the newest.</param>
/// <param name="Interval">The panel's interval; null as with the feed.</param>
public sealed record SeriesRequest(
    IReadOnlyList<string>? Instruments,
    InlineSeries? Series,
    DateOnly? From,
    DateOnly? To,
    bool Log,
    JsonObject? Options,
    string? Feed,
    string? Interval);
