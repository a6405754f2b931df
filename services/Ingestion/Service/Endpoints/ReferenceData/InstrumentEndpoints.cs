using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Ingestion.ReferenceData;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Ingestion.Service.Endpoints.ReferenceData;

/// <summary>GET /api/instruments.</summary>
internal static class InstrumentEndpoints
{
    public static void MapInstruments(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/instruments").WithTags("instruments").RequireAuthorization(Policies.ViewerOrService);
        group.MapGet("/", List).WithSummary("Instruments and how fresh their data is, by id; q searches id, name and sector");
        group.MapGet("/{id}", Find).WithSummary("One instrument");
    }

    private static async Task<Ok<Page<InstrumentReply>>> List(
        DescribeInstruments instruments, [AsParameters] PageQuery page, CancellationToken ct, string? q = null)
    {
        var after = page.After(1) is [var last] ? QueryText.Instrument(last) : (Kernel.InstrumentId?)null;
        var rows = await instruments.List(QueryText.Search(q), after, page.Size() + 1, ct);
        return TypedResults.Ok(PageOf.Rows([.. rows.Select(InstrumentReply.Of)], page.Size(), row => [row.InstrumentId]));
    }

    private static async Task<Results<Ok<InstrumentReply>, ProblemHttpResult>> Find(
        DescribeInstruments instruments, string id, CancellationToken ct)
    {
        var found = await instruments.Find(QueryText.Instrument(id), ct);
        return found is null
            ? Problems.Of(StatusCodes.Status404NotFound, "instrument-not-found", $"{id} is not listed.")
            : TypedResults.Ok(InstrumentReply.Of(found));
    }
}
