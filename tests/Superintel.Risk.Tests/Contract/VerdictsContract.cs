using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class VerdictsContract(StoreKind kind) : StoreContract(kind)
{
    [Test]
    public async Task Verdict_is_found_as_it_was_added_and_the_first_stands()
    {
        var veto = Some("d1", 0, new Reason(ReasonCode.CvarLimit, "too much", 0.04, 0.03), new Reason(ReasonCode.StalePrice, "old"));
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.Verdicts.TryAdd(veto, default)), Is.True);
            Assert.That(await With(s => s.Verdicts.TryAdd(Some("d1", 1), default)), Is.False);
            var found = await With(s => s.Verdicts.Find(veto.Decision, default));
            Assert.That(found!.Reasons, Is.EqualTo(veto.Reasons));
            Assert.That(found.Measures, Is.EqualTo(veto.Measures));
            Assert.That(found.At, Is.EqualTo(veto.At));
            Assert.That(await With(s => s.Verdicts.Find(new DecisionId("d2"), default)), Is.Null);
        });
    }

    [Test]
    public async Task Cleared_entries_after_a_moment_are_counted()
    {
        await With(s => s.Verdicts.TryAdd(Some("d1", 0), default));
        await With(s => s.Verdicts.TryAdd(Some("d2", 1), default));
        await With(s => s.Verdicts.TryAdd(Some("d3", 1), default));
        await With(s => s.Verdicts.TryAdd(Some("d4", 2) with { Intent = TradeIntent.Close }, default));
        await With(s => s.Verdicts.TryAdd(Some("d5", 2, new Reason(ReasonCode.ReduceOnly, "no")), default));
        Assert.That(await With(s => s.Verdicts.CountClearedEntries(Desk.Start, default)), Is.EqualTo(2));
    }

    [Test]
    public async Task Pages_follow_each_other_newest_first()
    {
        for (var i = 0; i < 5; i++)
        {
            var verdict = Some($"d{i}", i / 2);
            await With(s => s.Verdicts.TryAdd(verdict, default));
        }
        var first = await With(s => s.Verdicts.Page(null, 3, default));
        var second = await With(s => s.Verdicts.Page(new VerdictPlace(first[^1].At, first[^1].Decision.Value), 3, default));
        Assert.That(first.Concat(second).Select(v => v.Decision.Value), Is.EqualTo(new[] { "d4", "d2", "d3", "d0", "d1" }));
    }

    private static RiskVerdict Some(string decision, int minutes, params Reason[] reasons) => new(
        new DecisionId(decision),
        Desk.Pair,
        TradeIntent.Open,
        [.. reasons],
        [new RiskMeasure("cvar", "cvar-95", 0.0123456789, 0.03, "fraction-of-nav"), new RiskMeasure("cvar", "history", 130, null, "days")],
        Desk.Start.AddMinutes(minutes));
}
