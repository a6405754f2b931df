using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;

namespace Superintel.Risk.Tests.Measures;

public sealed class ReturnHistoryTests
{
    private static readonly InstrumentId a = InstrumentId.Parse("AAA.XNYS");
    private static readonly InstrumentId b = InstrumentId.Parse("BBB.XNYS");

    [Test]
    public void Returns_are_taken_between_days_that_all_instruments_have()
    {
        var history = ReturnHistory.From([Closes(a, (1, 100m), (2, 110m), (3, 121m)), Closes(b, (1, 10m), (3, 11m))], 250);
        Assert.Multiple(() =>
        {
            Assert.That(history.Length, Is.EqualTo(1));
            var results = history.Results([KeyValuePair.Create(a, 50m), KeyValuePair.Create(b, -50m)], 100m);
            Assert.That(results, Is.EqualTo([0.055]).Within(1e-12));
        });
    }

    [Test]
    public void Only_the_newest_returns_are_kept()
    {
        var history = ReturnHistory.From([Closes(a, (1, 100m), (2, 200m), (3, 300m))], 1);
        Assert.That(history.Results([KeyValuePair.Create(a, 1m)], 1m), Is.EqualTo([0.5]).Within(1e-12));
    }

    [Test]
    public void No_instruments_have_no_history() => Assert.That(ReturnHistory.From([], 250).Length, Is.Zero);

    private static DailyCloses Closes(InstrumentId id, params (int Day, decimal Close)[] days) =>
        new(id, [.. days.Select(d => new DailyClose(new DateOnly(2000, 1, d.Day), d.Close))]);
}
