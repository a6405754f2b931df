using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.ReferenceData.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>GET /api/bars.</summary>
internal static class BarEndpoints
{
    public static void MapBars(this IEndpointRouteBuilder app) => app.MapGet("/api/bars", List)
        .WithTags("bars")
        .WithSummary("Bars that passed the data gate, by close time, then instrument")
        .RequireAuthorization(Policies.ViewerOrService);

    private static async Task<Results<Ok<Page<BarReply>>, ProblemHttpResult>> List(
        IBars bars, IInstruments instruments, [AsParameters] BarsQuery query, [AsParameters] PageQuery page, CancellationToken ct)
    {
        var instrument = QueryText.InstrumentOrNone(query.InstrumentId);
        if (instrument is { } id && await instruments.Find(id, ct) is null)
            return Problems.Of(StatusCodes.Status404NotFound, "instrument-not-found", $"{id} is not listed.");
        var rows = await bars.Range(
            new BarQuery(
                instrument is null ? [] : [instrument.Value],
                QueryText.Interval(query.Interval),
                query.From?.ToUniversalTime() ?? DateTimeOffset.MinValue,
                query.To?.ToUniversalTime() ?? DateTimeOffset.MaxValue,
                After(page),
                page.Size() + 1),
            ct);
        return TypedResults.Ok(PageOf.Rows([.. rows.Select(BarReply.Of)], page.Size(), CursorOf));
    }

    private static string[] CursorOf(BarReply bar) => [bar.ClosedAt.ToString("O"), bar.InstrumentId];

    private static BarPosition? After(PageQuery page)
    {
        if (page.After(2) is not [var at, var id]) return null;
        return DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var closedAt)
            && InstrumentId.TryParse(id, out var instrument)
            ? new BarPosition(closedAt, instrument)
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }
}
