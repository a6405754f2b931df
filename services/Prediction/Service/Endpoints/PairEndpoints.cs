using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Kernel;
using Superintel.Prediction.Signals.ReadPairs;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;

namespace Superintel.Prediction.Service.Endpoints;

/// <summary>/api/pairs</summary>
internal static class PairEndpoints
{
    private const int MostPoints = 500;

    public static void MapPairs(this IEndpointRouteBuilder api)
    {
        var pairs = api.MapGroup("/pairs").WithTags("pairs");
        pairs.MapGet("/", List).WithSummary("Monitored pairs: selected, or with an open stance.");
        pairs.MapGet("/{pairId}", Find).WithSummary("One monitored pair.");
        pairs.MapGet("/{pairId}/spread", Spread).WithSummary("The pair's recent spread, oldest first.");
    }

    private static async Task<Page<PairReply>> List(
        [AsParameters] PageQuery query, ReadPairs pairs, TimeProvider clock, CancellationToken ct)
    {
        var size = query.Size();
        var after = query.After(2);
        var all = (await pairs.All(clock.GetUtcNow(), ct)).Select(PairReply.Of);
        var rest = after is [var pair, var interval]
            ? all.SkipWhile(reply => reply.PairId != pair || reply.Interval != interval).Skip(1)
            : all;
        return PageOf.Rows([.. rest.Take(size + 1)], size, reply => [reply.PairId, reply.Interval]);
    }

    private static async Task<Results<Ok<PairReply>, ProblemHttpResult>> Find(
        string pairId, ReadPairs pairs, TimeProvider clock, CancellationToken ct)
    {
        var found = await pairs.Find(Parse(pairId), clock.GetUtcNow(), ct);
        return found is null ? NotMonitored(pairId) : TypedResults.Ok(PairReply.Of(found));
    }

    private static async Task<Results<Ok<SpreadReply>, ProblemHttpResult>> Spread(
        string pairId, ReadPairs pairs, CancellationToken ct, int limit = MostPoints)
    {
        if (limit is < 1 or > MostPoints)
            throw new RefusedRequestException("limit-out-of-range", $"limit must be between 1 and {MostPoints}.");
        var points = await pairs.Spread(Parse(pairId), limit, ct);
        return points is null ? NotMonitored(pairId) : TypedResults.Ok(new SpreadReply(points));
    }

    internal static PairId Parse(string pairId) => PairId.TryParse(pairId, out var pair)
        ? pair
        : throw new RefusedRequestException("pair-id-invalid", "A pair id is two instrument ids in order, for example KO.XNYS~PG.XNYS.");

    private static ProblemHttpResult NotMonitored(string pairId) =>
        Problems.Of(StatusCodes.Status404NotFound, "pair-not-found", $"{pairId} is not monitored.");
}
