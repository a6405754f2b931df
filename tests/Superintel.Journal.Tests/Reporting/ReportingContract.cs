using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.Journal.Tests.Chain;

namespace Superintel.Journal.Tests.Reporting;

/// <summary>What every store of decisions and equity must do.</summary>
public abstract class ReportingContract
{
    protected abstract IDecisions Decisions { get; }

    protected abstract IEquityCurve Equity { get; }

    protected abstract IUnconvertedCommissions Commissions { get; }

    [Test]
    public async Task Decision_comes_back_as_saved_and_a_second_save_replaces_it()
    {
        await Decisions.Save(Decision("d1", 1m), default);
        var later = Decision("d1", 2m) with { Status = DecisionStatus.Completed };
        await Decisions.Save(later, default);
        Assert.That(await Decisions.Find("d1", default), Is.EqualTo(later));
        Assert.That(await Decisions.Find("d2", default), Is.Null);
    }

    [Test]
    public async Task Decisions_are_listed_newest_first_by_page_and_by_status()
    {
        foreach (var id in new[] { "a", "b", "B", "c" }) await Decisions.Save(Decision(id, 0m), default);
        await Decisions.Save(Decision("late", 0m) with { FirstAt = Entries.Noon.AddDays(1), Status = DecisionStatus.Vetoed }, default);
        var first = await Decisions.Newest(null, null, 3, default);
        var rest = await Decisions.Newest(null, new DecisionPosition(first[^1].FirstAt, first[^1].DecisionId), 9, default);
        var vetoed = await Decisions.Newest(DecisionStatus.Vetoed, null, 9, default);
        Assert.Multiple(() =>
        {
            Assert.That(first.Concat(rest).Select(d => d.DecisionId), Is.EqualTo(new[] { "late", "c", "b", "a", "B" }));
            Assert.That(vetoed.Select(d => d.DecisionId), Is.EqualTo(new[] { "late" }));
        });
    }

    [Test]
    public async Task Profit_per_pair_adds_up_what_was_filled()
    {
        await Decisions.Save(Decision("a", 10m), default);
        await Decisions.Save(Decision("b", -4.5m), default);
        await Decisions.Save(Decision("c", 7m) with { PairId = "A.X~B.X" }, default);
        await Decisions.Save(Decision("d", 0m) with { Fills = 0 }, default);
        Assert.That(await Decisions.PnlByPair(default), Is.EqualTo(new[]
        {
            new PairPnl("A.X~B.X", "USD", 7m, 1, 2), new PairPnl("KO.XNYS~PG.XNYS", "USD", 5.5m, 2, 4),
        }));
    }

    [Test]
    public async Task Equity_gives_its_last_points_oldest_first_and_one_per_time()
    {
        for (var day = 0; day < 5; day++) await Equity.Add(Point(day, 100m + day), default);
        await Equity.Add(Point(4, 999m), default);
        Assert.That((await Equity.Last(3, default)).Select(p => p.NetAssetValue), Is.EqualTo(new[] { 102m, 103m, 999m }));
    }

    [Test]
    public async Task Commissions_without_a_rate_are_summed_per_decision_and_per_pair_and_currency()
    {
        const string pair = "KO.XNYS~PG.XNYS";
        await Commissions.Add(new UnconvertedCommission("a", pair, "BNB", 0.0001m), default);
        await Commissions.Add(new UnconvertedCommission("a", pair, "BNB", 0.0002m), default);
        await Commissions.Add(new UnconvertedCommission("a", pair, "AUD", 3m), default);
        await Commissions.Add(new UnconvertedCommission("b", pair, "BNB", 0.5m), default);
        Assert.Multiple(async () =>
        {
            Assert.That(await Commissions.Of(["a", "none"], default), Is.EqualTo(new[]
            {
                new UnconvertedCommission("a", pair, "AUD", 3m), new UnconvertedCommission("a", pair, "BNB", 0.0003m),
            }));
            Assert.That(await Commissions.ByPair(default), Is.EqualTo(new[]
            {
                new UnconvertedCommission("", pair, "AUD", 3m), new UnconvertedCommission("", pair, "BNB", 0.5003m),
            }));
        });
    }

    private static EquityPoint Point(int day, decimal value) => new(Entries.Noon.AddDays(day), "USD", value, 1m, 2m, 0.1);

    private static DecisionSummary Decision(string id, decimal pnl) =>
        new(id, "KO.XNYS~PG.XNYS", "open", DecisionStatus.Working, "USD", pnl, 2, "t", Entries.Noon, Entries.Noon);
}
