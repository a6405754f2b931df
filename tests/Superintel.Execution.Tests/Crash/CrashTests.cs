using System.Collections.Concurrent;
using System.Globalization;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// kill -9 at every point where something is kept, while the venue misbehaves and a person trades beside the desk. Whatever happens: one
/// order at the venue for one here, every execution in the ledger once, the same positions on both sides, and a journal that tells each.
/// </summary>
[Category("Crash")]
public sealed class CrashTests
{
    private const int AtOnce = 3;

    // Others on demand: SUPERINTEL_CRASH_SEEDS=1017 or 1000+50.
    private static IEnumerable<TestCaseData> Asked
    {
        get
        {
            if (Environment.GetEnvironmentVariable("SUPERINTEL_CRASH_SEEDS") is not { Length: > 0 } asked) yield break;
            var parts = asked.Split('+').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            yield return new TestCaseData(parts[0], parts.Length > 1 ? parts[1] : 1).SetName("Sessions_of_the_seeds_that_were_asked_for");
        }
    }

    [TestCase(1, 9)]
    [TestCase(1000, 200, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    [TestCaseSource(nameof(Asked))]
    public async Task Session_that_is_killed_at_any_point_ends_with_the_venues_books(int firstSeed, int runs)
    {
        var (done, broken) = (new ConcurrentBag<CrashRun>(), new ConcurrentBag<string>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(firstSeed, runs), options, async (seed, _) =>
        {
            var plan = CrashPlan.Of(seed);
            try
            {
                var run = await CrashRun.Of(plan);
                done.Add(run);
                await TestContext.Progress.WriteLineAsync(run.ToString());
            }
            catch (AssertionException stuck)
            {
                broken.Add($"{plan}\n{stuck.Message}");
            }
        });
        var wrong = done.Where(run => run.Wrong.Count > 0).OrderBy(run => run.Plan.Seed).ToArray();
        await TestContext.Out.WriteLineAsync(
            $"{done.Count} runs, {done.Sum(run => run.Struck.Count)} kills, {done.Sum(run => run.Orders)} orders, "
            + $"{done.Sum(run => run.Fills)} executions, {done.Sum(run => run.Cancels)} canceled, "
            + $"{done.Sum(run => run.Externals)} by hand, {done.Sum(run => run.Happened.Values.Sum())} faults, {wrong.Length} wrong");
        Assert.That(broken, Is.Empty);
        Assert.That(wrong.Select(run => $"{run}\n{run.Said}"), Is.Empty, "try one again with SUPERINTEL_CRASH_SEEDS=seed");
        Assert.That(
            done.Where(run => run.Starts > run.Struck.Count + 1).Select(run => $"{run}\n{run.Said}"), Is.Empty, "nothing else ends it");
        Assert.That(done.Sum(run => run.Struck.Count), Is.GreaterThanOrEqualTo(runs / 2), "the runs are killed");
        if (runs >= 100) Assert.That(Unmet(done), Is.Empty, "every fault of every venue happened");
    }

    private static IEnumerable<string> Unmet(IReadOnlyCollection<CrashRun> done) => TradedVenue.Names.SelectMany(venue =>
        CrashPlan.Faults(venue).Where(fault => !done.Any(run => run.Plan.Venue == venue && run.Happened.ContainsKey(fault)))
            .Select(fault => $"{venue}: {fault}"));
}
