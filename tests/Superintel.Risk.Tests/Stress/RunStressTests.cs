using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Tests.Stress;

public sealed class RunStressTests
{
    private static readonly StressScenario Fall = new(
        "fall", ImmutableSortedDictionary<AssetClass, double>.Empty.Add(AssetClass.Equity, -0.2),
        ImmutableSortedDictionary<string, double>.Empty, "test");

    [Test]
    public void Hedged_pair_loses_only_what_its_legs_differ_by()
    {
        var desk = new Desk();
        desk.Hold(quantity: 100);
        var report = Desk.Done(desk.Risk.RunStress.Handle([Fall], CancellationToken.None))!.Single();
        var net = report.Positions.Sum(position => position.Value);
        Assert.Multiple(() =>
        {
            Assert.That(report.Positions, Has.Length.EqualTo(2));
            Assert.That(report.Loss, Is.EqualTo(0.2m * net).And.EqualTo(report.Positions.Sum(position => position.Loss)));
            Assert.That(report.Positions.Select(position => Math.Sign(position.Loss)), Is.EquivalentTo(new[] { 1, -1 }));
        });
    }

    [Test]
    public void Empty_book_loses_nothing_and_nothing_breaks_its_limit()
    {
        var report = Desk.Done(new Desk().Risk.RunStress.Handle(HistoricalScenarios.All, CancellationToken.None))!;
        Assert.That(report.Select(one => (one.Loss, one.BreakingMultiple)), Is.All.EqualTo((0m, (double?)null)));
    }
}
