using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Kernel;
using Superintel.Risk.Hedging;
using Superintel.Risk.Stress.GatherBook;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Hedges;

internal static class HedgesEndpoints
{
    private const int MostCandidates = 20;

    public static void MapHedges(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/risk/hedges", Advise)
        .WithTags("Risk")
        .WithSummary("Hedges of the book's tail with the instruments named, by marginal CVaR per cost: advice, which a trader may propose")
        .RequireAuthorization(Policies.Viewer);

    private static async Task<Results<Ok<HedgesView>, ProblemHttpResult>> Advise(
        ITransactions transactions, TimeProvider clock, CancellationToken ct, string instruments = "", double volatility = 0.2,
        double strike = 0.95, int days = 30, double cost = 0.0005, double most = 0.25)
    {
        var terms = new HedgeTerms(volatility, strike, days, cost, most);
        if (terms.Problem() is { } problem) return Problems.Of(400, "terms-invalid", problem);
        var names = instruments.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is 0 or > MostCandidates)
            return Problems.Of(400, "instruments-invalid", $"Name 1 to {MostCandidates} instruments to hedge with, between commas.");
        var candidates = new SortedSet<InstrumentId>();
        foreach (var name in names)
        {
            if (!InstrumentId.TryParse(name, out var id)) return Problems.Of(400, "instruments-invalid", $"'{name}' is no instrument.");
            candidates.Add(id);
        }

        var gathered = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<GatherBook>().Handle([.. candidates], inner), ct);
        if (gathered.Book is not { } book) return Problems.Of(StatusCodes.Status503ServiceUnavailable, gathered.Code!, gathered.Detail);
        var known = book.Holdings.Select(one => one.Instrument.Id).ToHashSet();
        return candidates.FirstOrDefault(id => !known.Contains(id)) is { Symbol: not null } unknown
            ? Problems.Of(404, "unknown-instrument", $"{unknown} was never listed.")
            : TypedResults.Ok(HedgesView.Of(TailHedge.Advise(book, candidates, terms), book.LeftOut, clock.GetUtcNow()));
    }
}
