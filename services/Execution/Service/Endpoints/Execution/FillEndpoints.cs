using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Execution.Service.Endpoints.Execution;

internal static class FillEndpoints
{
    public static void MapFills(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/fills", List)
        .RequireAuthorization(Policies.Viewer)
        .WithTags("Orders")
        .WithSummary("Fills, newest first.");

    private static async Task<Page<FillView>> List(
        [AsParameters] PageQuery page, IFillLedger ledger, CancellationToken ct, string? decisionId = null)
    {
        var size = page.Size();
        DecisionId? decision = decisionId is null ? null : new DecisionId(decisionId);
        var rows = await ledger.List(new FillQuery(decision, page.AfterSequence(), size + 1), ct);
        var shown = PageOf.Rows(rows, size, row => [row.Sequence.ToString()]);
        return new Page<FillView>([.. shown.Items.Select(row => FillView.Of(row.Fill))], shown.Next);
    }
}
