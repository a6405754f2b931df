using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Kernel;
using Superintel.Risk.Stress;
using Superintel.Risk.Stress.GatherBook;
using Superintel.Risk.Stress.Models;
using Superintel.Risk.Stress.RunStress;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Stress;

internal static class StressEndpoints
{
    private const double MostMultiple = 100;
    private const double MostShock = 10;

    public static void MapStress(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/risk").WithTags("Risk").RequireAuthorization(Policies.Viewer);
        group.MapGet("/scenarios", Scenarios).WithSummary("Historical scenarios on today's book");
        group.MapPost("/stress", Stress).WithSummary("A scenario, named or one's own, on today's book");
    }

    private static async Task<Results<Ok<ScenariosView>, ProblemHttpResult>> Scenarios(ITransactions transactions, CancellationToken ct) =>
        await Run(transactions, HistoricalScenarios.All, ct) is { } reports
            ? TypedResults.Ok(new ScenariosView(
                [.. reports.Select(StressView.Of)], [.. ModelScenarios.All.Select(one => new ModelView(one.Name, one.Source))]))
            : Unpriced();

    private static async Task<Results<Ok<StressView>, ProblemHttpResult>> Stress(
        StressBody body, ITransactions transactions, CancellationToken ct)
    {
        if (body.Multiple is not (> 0 and <= MostMultiple))
            return Problems.Of(400, "multiple-invalid", $"The multiple is above 0 and at most {MostMultiple}.");
        if (OneOfTwo(body) is { } unclear) return unclear;
        if (body.Scenario is { } name && ModelScenarios.Find(name) is { } model) return await Draw(transactions, model, body, ct);
        if (Scenario(body, out var problem) is not { } scenario) return problem!;
        return await Run(transactions, [scenario.Scaled(body.Multiple)], ct) is [var report]
            ? TypedResults.Ok(StressView.Of(report))
            : Unpriced();
    }

    private static Task<IReadOnlyList<StressReport>?> Run(
        ITransactions transactions, IReadOnlyList<StressScenario> scenarios, CancellationToken ct) =>
        transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<RunStress>().Handle(scenarios, inner), ct);

    private static async Task<Results<Ok<StressView>, ProblemHttpResult>> Draw(
        ITransactions transactions, ModelScenario model, StressBody body, CancellationToken ct)
    {
        var gathered = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<GatherBook>().Handle([], inner), ct);
        return gathered.Book is { } book
            ? TypedResults.Ok(StressView.Of(ModelStress.Run(book, model, body.Multiple, body.Seed, ct)))
            : Problems.Of(StatusCodes.Status503ServiceUnavailable, gathered.Code!, gathered.Detail);
    }

    private static ProblemHttpResult Unpriced() =>
        Problems.Of(StatusCodes.Status503ServiceUnavailable, "portfolio-unpriced", "Something that is held has no price or no rate.");

    private static ProblemHttpResult? OneOfTwo(StressBody body)
    {
        var own = body.Assets is { Count: > 0 } || body.Currencies is { Count: > 0 };
        return own == (body.Scenario is not null)
            ? Problems.Of(400, "scenario-or-shocks", "Name a scenario, or give shocks of assets and currencies: one of the two.")
            : null;
    }

    private static StressScenario? Scenario(StressBody body, out ProblemHttpResult? problem)
    {
        problem = null;
        if (body.Scenario is { } name)
        {
            var known = HistoricalScenarios.All.FirstOrDefault(scenario => scenario.Name == name);
            if (known is null) problem = Problems.Of(404, "scenario-unknown", $"There is no scenario '{name}'.");
            return known;
        }
        return Own(body, out problem);
    }

    private static StressScenario? Own(StressBody body, out ProblemHttpResult? problem)
    {
        var assets = ImmutableSortedDictionary.CreateBuilder<AssetClass, double>();
        foreach (var (text, shock) in body.Assets ?? ImmutableSortedDictionary<string, double>.Empty)
        {
            if (!Enum.TryParse<AssetClass>(text, ignoreCase: true, out var asset) || !Enum.IsDefined(asset) || !IsShock(shock))
            {
                problem = Problems.Of(
                    400, "shock-invalid", $"'{text}': {shock} is not an asset class with a return from -1 to {MostShock}.");
                return null;
            }
            assets[asset] = shock;
        }
        var currencies = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (code, shock) in body.Currencies ?? ImmutableSortedDictionary<string, double>.Empty)
        {
            if (code.Length is < 3 or > 10 || !IsShock(shock) || shock == -1)
            {
                problem = Problems.Of(
                    400, "shock-invalid", $"'{code}': {shock} is not a currency with a return above -1, at most {MostShock}.");
                return null;
            }
            currencies[code] = shock;
        }
        problem = null;
        return new StressScenario("own", assets.ToImmutable(), currencies.ToImmutable(), "the caller");
    }

    private static bool IsShock(double shock) => shock is >= -1 and <= MostShock;
}
