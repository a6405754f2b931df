using System.Text.Json.Nodes;
using Superintel.Prediction.Service.Adapters.Research;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <param name="Method">What was asked.</param>
/// <param name="Series">Names in order.</param>
/// <param name="Rows">Rows of the table.</param>
/// <param name="From">First timestamp; null without rows.</param>
/// <param name="To">Last timestamp.</param>
/// <param name="Feed">The panel's feed; null for series of the request's own.</param>
/// <param name="Interval">The panel's interval.</param>
/// <param name="LeftOut">Instruments with holes that were not asked for by name.</param>
/// <param name="Result">What the command prints.</param>
internal sealed record StatisticReply(
    string Method,
    IReadOnlyList<string> Series,
    int Rows,
    string? From,
    string? To,
    string? Feed,
    string? Interval,
    IReadOnlyList<string> LeftOut,
    JsonObject Result)
{
    public static StatisticReply Of(string method, ReadSeries read, JsonObject result) => new(
        method,
        read.Table.Names,
        read.Table.Rows,
        read.Table.Rows > 0 ? read.Table.Timestamps[0] : null,
        read.Table.Rows > 0 ? read.Table.Timestamps[^1] : null,
        read.Feed,
        read.Interval,
        read.LeftOut,
        result);
}
