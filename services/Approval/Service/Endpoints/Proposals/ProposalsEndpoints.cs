using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Approval.Proposals;
using Superintel.Approval.Proposals.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Approval.Service.Endpoints.Proposals;

internal static class ProposalsEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/proposals").WithTags("Approval");
        group.MapGet("/", List).RequireAuthorization(Policies.ViewerOrService);
        group.MapGet("/{id}", Get).RequireAuthorization(Policies.ViewerOrService);
        group.MapVotes();
        group.MapHedges();
    }

    private static Task<Ok<Page<ProposalView>>> List(
        [AsParameters] PageQuery page, string? status, ITransactions transactions, CancellationToken ct)
    {
        var (size, after, wanted) = (page.Size(), Place(page.After(2)), Status(status));
        return transactions.Run(
            async (scope, inner) =>
            {
                var proposals = await scope.GetRequiredService<IProposals>().Page(wanted, after, size + 1, inner);
                return TypedResults.Ok(PageOf.Rows(
                    [.. proposals.Select(ProposalView.Of)], size, view => [$"{view.CreatedAt:O}", view.ProposalId]));
            },
            ct);
    }

    private static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> Get(
        string id, ITransactions transactions, CancellationToken ct) =>
        await transactions.Run(
            async (scope, inner) => await scope.GetRequiredService<IProposals>().Find(new ProposalId(id), inner), ct) is { } proposal
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : Problems.Of(StatusCodes.Status404NotFound, "proposal-not-found", $"There is no proposal {id}.");

    private static ProposalStatus? Status(string? text) => text switch
    {
        null or "" => null,
        "pending" => ProposalStatus.Pending,
        "approved" => ProposalStatus.Approved,
        "declined" => ProposalStatus.Declined,
        "lapsed" => ProposalStatus.Lapsed,
        _ => throw new RefusedRequestException("status-invalid", "status is one of pending, approved, declined, lapsed."),
    };

    private static ProposalPlace? Place(string[]? cursor)
    {
        if (cursor is not [var at, var id]) return null;
        return DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new ProposalPlace(time, id)
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }
}
