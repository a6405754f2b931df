using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Service.Endpoints.Verdicts;
using Superintel.Risk.Verdicts;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;
using Question = Superintel.Risk.Verdicts.WhatIf.WhatIf;

namespace Superintel.Risk.Service.Endpoints.WhatIf;

internal static class WhatIfEndpoints
{
    public static void MapWhatIf(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/risk/what-if", Ask).WithTags("Risk").RequireAuthorization(Policies.Viewer);

    private static async Task<Results<Ok<VerdictView>, ProblemHttpResult>> Ask(
        WhatIfBody body, ITransactions transactions, TimeProvider clock, CancellationToken ct)
    {
        if (!PairId.TryParse(body.PairId, out var pair))
            return Problems.Of(400, "pair-invalid", $"'{body.PairId}' is not a pair id.");
        if (body.Legs.Count < 1 || body.Legs.Count > pair.Legs.Count || body.Legs.Any(leg => leg.Leg < 0 || leg.Leg >= pair.Legs.Count))
            return Problems.Of(400, "legs-invalid", "A trade has one or two legs, numbered 0 and 1; a hedge has leg 0.");
        var verdict = await transactions.RunExclusive(
            async (scope, inner) =>
            {
                var market = await scope.GetRequiredService<ReadMarket>().For(pair.Legs, inner);
                return await scope.GetRequiredService<Question>().Handle(Proposal.From(Read(body, pair, market, clock)), inner);
            },
            ct);
        return TypedResults.Ok(VerdictView.Of(verdict));
    }

    // The decision's name is a function of the question: it is never stored, so asking again is not a repeat.
    private static ProposalApproved Read(WhatIfBody body, PairId pair, MarketSnapshot market, TimeProvider clock)
    {
        var last = pair.Legs.Select(id => market.Last(id)?.At).Where(at => at is not null).DefaultIfEmpty().Min();
        var now = clock.GetUtcNow();
        OrderLeg Leg(WhatIfLeg leg)
        {
            var id = pair.Legs[leg.Leg];
            var price = leg.ReferencePrice ?? market.Last(id)?.Close ?? 0m;
            return new OrderLeg(leg.Leg, id.ToString(), leg.Side, leg.Quantity, price, market.Find(id)?.Currency.Code ?? "USD");
        }

        return new ProposalApproved(
            "",
            "what-if/" + StableId.Of(body.PairId, body.Intent, $"{now:O}"),
            body.PairId,
            body.Intent,
            "",
            [.. body.Legs.Select(Leg)],
            0m,
            "",
            [],
            "",
            last ?? now,
            now);
    }
}
