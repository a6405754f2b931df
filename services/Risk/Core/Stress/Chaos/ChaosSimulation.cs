using Superintel.Risk.Breakers;
using Superintel.Risk.Stress.Models;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>Seeded paths of a book through the desk's limits and breakers.</summary>
public static class ChaosSimulation
{
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    /// <exception cref="ArgumentException">The request has a problem.</exception>
    public static ChaosReport Run(HeldBook book, ChaosRequest request, CancellationToken ct) =>
        Report(book, request, Walk(book, request, ct));

    private static ChaosPath[] Walk(HeldBook book, ChaosRequest request, CancellationToken ct)
    {
        if (request.Problem() is { } problem) throw new ArgumentException(problem, nameof(request));
        var paths = new ChaosPath[request.Paths];
        // A book of nothing is not moved by anything.
        if (book.Returns is null) return paths;
        var draws = new NormalDraws(request.Seed);
        var days = DrawnDays.Draw(book, request.Model, request.Model.Jumps?.PerDay ?? 0, draws);
        var walk = new ChaosWalk(book, request, days, draws);
        for (var i = 0; i < paths.Length; i++)
        {
            if (i % 64 == 0) ct.ThrowIfCancellationRequested();
            paths[i] = walk.Next();
        }

        return paths;
    }

    private static ChaosReport Report(HeldBook book, ChaosRequest request, ChaosPath[] paths)
    {
        double Share(Func<ChaosPath, bool> holds) => (double)paths.Count(holds) / paths.Length;
        var opened = paths.Where(path => path.OpenedAt > 0).ToArray();
        return new ChaosReport(
            request,
            book.Currency,
            book.NetAssetValue,
            ChaosSpread.Of(paths.Select(path => path.Drawdown))!,
            ChaosSpread.Of(paths.Select(path => path.Loss))!,
            [
                .. Enum.GetValues<BreakerTier>().Where(tier => tier != BreakerTier.Closed)
                    .Select(tier => new ChaosTier(tier, Share(path => path.Tier >= tier))),
            ],
            ChaosSpread.Of(opened.Select(path => (double)path.OpenedAt)),
            ChaosSpread.Of(opened.Select(path => path.LossAfter)),
            [
                .. ChaosLimits.Names.Select((name, bit) =>
                    new ChaosLimit(name, book.Limits.Values[name], Share(path => (path.Broken >> bit & 1) == 1))),
            ])
        {
            LeftOut = book.LeftOut,
        };
    }
}
