using Superintel.Contracts.Events.V1;
using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;

namespace Superintel.Risk.Tests.Limits;

public sealed class ChangeLimitTests
{
    [Test]
    public void Change_is_stored_with_its_author_and_told()
    {
        var desk = new Desk();
        var result = Change(desk, LimitCatalogue.Cvar95, 0.02, "calm markets");
        var told = desk.Events.Of<RiskLimitChanged>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(result.Limit, Is.EqualTo(new RiskLimit(LimitCatalogue.Find("cvar-95")!, 0.02, 1, "ada", desk.Now)));
            Assert.That((told.OldValue, told.NewValue, told.Version), Is.EqualTo((0.03, 0.02, 1L)));
            Assert.That((told.By, told.Reason), Is.EqualTo(("ada", "calm markets")));
            Assert.That(Desk.Done(desk.Risk.ReadLimits.Now(CancellationToken.None)).Cvar95, Is.EqualTo(0.02));
        });
    }

    [TestCase("no-such-limit", 1, "why not", "limit-not-found")]
    [TestCase("cvar-95", 0.9, "why not", "limit-out-of-range")]
    [TestCase("cvar-95", -0.1, "why not", "limit-out-of-range")]
    [TestCase("cvar-95", double.NaN, "why not", "limit-out-of-range")]
    [TestCase("cvar-95", 0.02, " ", "reason-required")]
    public void Change_that_is_refused_changes_nothing(string limit, double value, string reason, string code)
    {
        var desk = new Desk();
        Assert.Multiple(() =>
        {
            Assert.That(Change(desk, limit, value, reason).Code, Is.EqualTo(code));
            Assert.That(desk.Events.Of<RiskLimitChanged>(), Is.Empty);
            Assert.That(Desk.Done(desk.Risk.ReadLimits.Now(CancellationToken.None)).Values, Is.EqualTo(RiskLimits.Defaults.Values));
        });
    }

    [Test]
    public void Versions_count_the_changes_of_one_limit()
    {
        var desk = new Desk();
        Change(desk, LimitCatalogue.Cvar95, 0.02, "one");
        Change(desk, LimitCatalogue.Cvar95, 0.025, "two");
        Assert.That(desk.Events.Of<RiskLimitChanged>().Select(told => told.Version), Is.EqualTo(new[] { 1L, 2L }));
    }

    [Test]
    public void Defaults_lie_within_their_ranges() => Assert.Multiple(() =>
    {
        foreach (var limit in LimitCatalogue.All) Assert.That(limit.Default, Is.InRange(limit.Minimum, limit.Maximum), limit.Name);
    });

    private static LimitChangeResult Change(Desk desk, string limit, double value, string reason) =>
        Desk.Done(desk.Risk.ChangeLimit.Handle(new LimitChange(limit, value, reason, "ada"), CancellationToken.None));
}
