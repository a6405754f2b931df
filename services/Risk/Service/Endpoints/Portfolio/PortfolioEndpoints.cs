using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Risk.Portfolio.DescribePortfolio;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Portfolio;

internal static class PortfolioEndpoints
{
    public static void MapPortfolio(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/positions", Positions).WithTags("Portfolio").RequireAuthorization(Policies.ViewerOrService);
        routes.MapGet("/api/portfolio", Portfolio).WithTags("Portfolio").RequireAuthorization(Policies.ViewerOrService);
    }

    private static async Task<Ok<Page<PositionView>>> Positions(
        [AsParameters] PageQuery page, ITransactions transactions, CancellationToken ct)
    {
        var (size, after) = (page.Size(), page.After(2));
        var open = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<DescribePortfolio>().Positions(inner), ct);
        var rows = open.Select(PositionView.Of).SkipWhile(view => after is [var pair, var instrument] && !IsBeyond(view, pair, instrument));
        return TypedResults.Ok(PageOf.Rows([.. rows.Take(size + 1)], size, view => [view.PairId, view.InstrumentId]));
    }

    private static async Task<Results<Ok<PortfolioView>, ProblemHttpResult>> Portfolio(ITransactions transactions, CancellationToken ct) =>
        await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<DescribePortfolio>().Report(inner), ct) is { } report
            ? TypedResults.Ok(PortfolioView.Of(report))
            : Problems.Of(StatusCodes.Status503ServiceUnavailable, "portfolio-unpriced", "Something that is held has no price or no rate.");

    private static bool IsBeyond(PositionView view, string pair, string instrument) =>
        string.CompareOrdinal(view.PairId, pair) is var c && (c > 0 || c == 0 && string.CompareOrdinal(view.InstrumentId, instrument) > 0);
}
