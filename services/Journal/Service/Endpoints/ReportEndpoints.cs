using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Journal.Service.Endpoints;

/// <summary>What the journal adds up: equity and P&amp;L.</summary>
public static class ReportEndpoints
{
    private const int MostPoints = 10_000;

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/portfolio/equity", Equity).RequireAuthorization(Policies.Viewer).WithTags("Portfolio")
            .WithSummary("The last points of the equity curve, oldest first");
        routes.MapGet("/api/journal/pnl", Pnl).RequireAuthorization(Policies.Viewer).WithTags("Journal")
            .WithSummary("Realised profit and loss by pair or by decision, and commissions that are not in it for want of a rate");
    }

    private static async Task<EquityView> Equity(IEquityCurve curve, CancellationToken ct, int limit = 2_000) =>
        limit is >= 1 and <= MostPoints
            ? new EquityView(await curve.Last(limit, ct))
            : throw new RefusedRequestException("limit-out-of-range", $"limit must be between 1 and {MostPoints}.");

    private static async Task<IResult> Pnl(
        IDecisions decisions, IUnconvertedCommissions commissions, CancellationToken ct, string by = "pair") => by switch
    {
        "pair" => Results.Ok(new { items = await ByPair(decisions, commissions, ct) }),
        "decision" => Results.Ok(new { items = await ByDecision(decisions, commissions, ct) }),
        _ => throw new RefusedRequestException("by-unknown", "by must be pair or decision."),
    };

    private static async Task<IEnumerable<object>> ByPair(
        IDecisions decisions, IUnconvertedCommissions commissions, CancellationToken ct)
    {
        var pairs = await decisions.PnlByPair(ct);
        var beside = (await commissions.ByPair(ct)).ToLookup(sum => sum.PairId, Sum, StringComparer.Ordinal);
        return pairs.Select(p => new { p.PairId, p.Currency, p.Pnl, p.Decisions, p.Fills, UnconvertedCommissions = beside[p.PairId] });
    }

    private static async Task<IEnumerable<object>> ByDecision(
        IDecisions decisions, IUnconvertedCommissions commissions, CancellationToken ct)
    {
        var filled = (await decisions.Newest(null, null, MostPoints, ct)).Where(decision => decision.Fills > 0).ToArray();
        var paid = await commissions.Of([.. filled.Select(decision => decision.DecisionId)], ct);
        var beside = paid.ToLookup(sum => sum.DecisionId, Sum, StringComparer.Ordinal);
        return filled.Select(d => new
        {
            d.DecisionId,
            d.PairId,
            d.Intent,
            d.Currency,
            d.Pnl,
            d.Fills,
            d.FirstAt,
            UnconvertedCommissions = beside[d.DecisionId],
        });
    }

    private static CommissionSum Sum(UnconvertedCommission paid) => new(paid.Currency, paid.Amount);

    internal sealed record EquityView(IReadOnlyList<EquityPoint> Points);
}
