using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>GET /api/quarantine.</summary>
internal static class QuarantineEndpoints
{
    public static void MapQuarantine(this IEndpointRouteBuilder app) => app.MapGet("/api/quarantine", List)
        .WithTags("bars")
        .WithSummary("Bars that failed the data gate, newest first")
        .RequireAuthorization(Policies.ViewerOrService);

    private static async Task<Ok<Page<QuarantineReply>>> List(
        IQuarantine quarantine, [AsParameters] PageQuery page, CancellationToken ct, string? instrumentId = null)
    {
        var rows = await quarantine.List(QueryText.InstrumentOrNone(instrumentId), page.AfterSequence(), page.Size() + 1, ct);
        return TypedResults.Ok(PageOf.Rows([.. rows.Select(QuarantineReply.Of)], page.Size(), row => [row.Number.ToString()]));
    }
}
