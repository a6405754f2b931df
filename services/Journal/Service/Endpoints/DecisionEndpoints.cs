using System.Globalization;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.Journal.Stories;
using Superintel.Journal.Stories.Explain;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Journal.Service.Endpoints;

/// <summary>Decisions: list, and the whole story of one.</summary>
public static class DecisionEndpoints
{
    public static void MapDecisions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/decisions").RequireAuthorization(Policies.Viewer).WithTags("Decisions");
        group.MapGet("/", List).WithSummary("Decisions, newest first");
        group.MapGet("/{decisionId}", Tell).WithSummary("The whole story of one decision").Produces<Story>().ProducesProblem(404);
    }

    private static async Task<Page<DecisionSummary>> List(
        [AsParameters] PageQuery page, IDecisions decisions, CancellationToken ct, DecisionStatus? status = null)
    {
        var rows = await decisions.Newest(status, After(page), page.Size() + 1, ct);
        return PageOf.Rows(rows, page.Size(), row => [row.FirstAt.UtcDateTime.ToString("O"), row.DecisionId]);
    }

    private static async Task<IResult> Tell(string decisionId, ExplainDecision explain, CancellationToken ct) =>
        await explain.Handle(decisionId, ct) is { } story
            ? Results.Ok(story)
            : Problems.Of(404, "decision-not-found", $"The journal knows no decision '{decisionId}'.");

    private static DecisionPosition? After(PageQuery page)
    {
        if (page.After(2) is not [var at, var id]) return null;
        return DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new DecisionPosition(time, id)
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }
}
