using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Approval.Proposals.CastVote;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Approval.Service.Endpoints.Proposals;

internal static class VoteEndpoints
{
    private const int LongestComment = 2000;

    public static void MapVotes(this RouteGroupBuilder group)
    {
        group.MapPost("/{id}/approve", Approve).RequireAuthorization(Policies.Trader);
        group.MapPost("/{id}/decline", Decline).RequireAuthorization(Policies.Trader);
    }

    private static Task<Results<Ok<ProposalView>, ProblemHttpResult>> Approve(
        string id, VoteBody? body, HttpContext http, ITransactions transactions, CancellationToken ct) =>
        Cast(id, true, body, http, transactions, ct);

    private static Task<Results<Ok<ProposalView>, ProblemHttpResult>> Decline(
        string id, VoteBody? body, HttpContext http, ITransactions transactions, CancellationToken ct) =>
        Cast(id, false, body, http, transactions, ct);

    private static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> Cast(
        string id, bool approves, VoteBody? body, HttpContext http, ITransactions transactions, CancellationToken ct)
    {
        var comment = body?.Comment?.Trim() ?? "";
        if (comment.Length > LongestComment)
            return Problems.Of(StatusCodes.Status400BadRequest, "comment-too-long", $"A comment has at most {LongestComment} characters.");
        var user = http.User;
        var name = user.KnownName();
        var ballot = new Ballot(
            new ProposalId(id),
            approves,
            comment,
            name,
            Roles.AtLeast(Roles.Trader).Any(user.IsInRole),
            Roles.AtLeast(Roles.Senior).Any(user.IsInRole));
        var result = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<CastVote>().Handle(ballot, inner), ct);
        return result switch
        {
            { Refusal: { } refusal } => Problems.Of(Status(refusal.Code), refusal.Code, refusal.Detail),
            { Proposal: { } proposal } => TypedResults.Ok(ProposalView.Of(proposal)),
            _ => throw new InvalidOperationException("A vote that counted left no proposal."),
        };
    }

    private static int Status(string code) => code switch
    {
        "proposal-not-found" => StatusCodes.Status404NotFound,
        "role-required" or "own-proposal" => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };
}
