using System.Collections.Concurrent;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// kill -9 at every point where something is kept, while the venue misbehaves. Whatever happens: one order at the venue for one here, every
/// execution in the ledger once, the same positions on both sides, and an event for each end.
/// </summary>
[Category("Crash")]
public sealed class CrashTests
{
    private const int AtOnce = 3;

    [TestCase(1, 9)]
    [TestCase(1000, 200, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    public async Task Session_that_is_killed_at_any_point_ends_with_the_venues_books(int firstSeed, int runs)
    {
        var done = new ConcurrentBag<CrashRun>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(firstSeed, runs), options, async (seed, _) =>
        {
            var run = await CrashRun.Of(CrashPlan.Of(seed));
            done.Add(run);
            await TestContext.Progress.WriteLineAsync(run.ToString());
        });
        var wrong = done.Where(run => run.Wrong.Count > 0).OrderBy(run => run.Plan.Seed).ToArray();
        await TestContext.Out.WriteLineAsync(
            $"{done.Count} runs, {done.Sum(run => run.Struck.Count)} kills, {done.Sum(run => run.Orders)} orders, "
            + $"{done.Sum(run => run.Fills)} executions, {done.Sum(run => run.Happened.Values.Sum())} faults, {wrong.Length} wrong");
        Assert.That(wrong.Select(run => $"{run}\n{run.Said}"), Is.Empty, "try one again with [TestCase(seed, 1)]");
        Assert.That(done.Sum(run => run.Struck.Count), Is.GreaterThanOrEqualTo(runs / 2), "the runs are killed");
        if (runs >= 100) Assert.That(Unmet(done), Is.Empty, "every fault of every venue happened");
    }

    private static IEnumerable<string> Unmet(IReadOnlyCollection<CrashRun> done) => TradedVenue.Names.SelectMany(venue =>
        CrashPlan.Faults(venue).Where(fault => !done.Any(run => run.Plan.Venue == venue && run.Happened.ContainsKey(fault)))
            .Select(fault => $"{venue}: {fault}"));
}
