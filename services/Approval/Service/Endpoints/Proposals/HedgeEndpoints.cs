using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Approval.Proposals.ProposeHedge;
using Superintel.Approval.Sizing;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Approval.Service.Endpoints.Proposals;

internal static class HedgeEndpoints
{
    private const int LongestComment = 2000;

    public static void MapHedges(this RouteGroupBuilder group)
    {
        group.MapPost("/hedges", Open)
            .WithSummary("Proposes a hedge that was advised; it waits for another person, as large as today's book says")
            .RequireAuthorization(Policies.Trader);
        group.MapPost("/hedges/close", Close)
            .WithSummary("Proposes to end a hedge that is held; it waits for another person")
            .RequireAuthorization(Policies.Trader);
    }

    private static Task<Results<Created<ProposalView>, ProblemHttpResult>> Open(
        HedgeBody body, HttpContext http, ITransactions transactions, CancellationToken ct) => Propose(
            body.InstrumentId,
            id => new HedgeQuestion(id, true, body.AdviceId, body.AdvisedAt, body.Terms ?? new HedgeTerms()),
            body.Comment,
            http,
            transactions,
            ct);

    private static Task<Results<Created<ProposalView>, ProblemHttpResult>> Close(
        HedgeCloseBody body, HttpContext http, ITransactions transactions, TimeProvider clock, CancellationToken ct) => Propose(
            body.InstrumentId,
            id => new HedgeQuestion(id, false, "", clock.GetUtcNow(), new HedgeTerms()),
            body.Comment,
            http,
            transactions,
            ct);

    private static async Task<Results<Created<ProposalView>, ProblemHttpResult>> Propose(
        string instrument,
        Func<InstrumentId, HedgeQuestion> ask,
        string? comment,
        HttpContext http,
        ITransactions transactions,
        CancellationToken ct)
    {
        if (!InstrumentId.TryParse(instrument, out var id))
            return Problems.Of(StatusCodes.Status400BadRequest, "instrument-invalid", $"'{instrument}' is no instrument.");
        var text = comment?.Trim() ?? "";
        if (text.Length > LongestComment)
            return Problems.Of(StatusCodes.Status400BadRequest, "comment-too-long", $"A comment has at most {LongestComment} characters.");
        var user = http.User;
        var name = user.KnownName();
        var wish = new HedgeWish(ask(id), name, Roles.AtLeast(Roles.Trader).Any(user.IsInRole), text);
        var result = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<ProposeHedge>().Handle(wish, inner), ct);
        return result switch
        {
            { Refusal: { } refusal } => Problems.Of(Status(refusal.Code), refusal.Code, refusal.Detail),
            { Proposal: { } proposal } => TypedResults.Created($"/api/proposals/{proposal.Id}", ProposalView.Of(proposal)),
            _ => throw new InvalidOperationException("A hedge that was proposed left no proposal."),
        };
    }

    private static int Status(string code) => code switch
    {
        "role-required" => StatusCodes.Status403Forbidden,
        "terms-invalid" => StatusCodes.Status400BadRequest,
        "unknown-instrument" => StatusCodes.Status404NotFound,
        "sizing-unavailable" or "portfolio-unpriced" or "insufficient-history" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };
}
