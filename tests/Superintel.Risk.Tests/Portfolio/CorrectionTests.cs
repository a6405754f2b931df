using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Tests.Portfolio;

/// <summary>What a venue says of an execution after it was booked, in the book.</summary>
public sealed class CorrectionTests
{
    [Test]
    public void Corrected_price_of_a_position_that_is_closed_changes_what_it_earned()
    {
        var desk = new Desk();
        Told.Fill(desk, "x1", "buy", 10m, 100m);
        Told.Fill(desk, "x2", "sell", 10m, 110m);

        Told.Correct(desk, "x1", 2, "buy", 10m, 101m, 0m);

        var changed = desk.Events.Of<PositionChanged>()[^1];
        Assert.Multiple(() =>
        {
            Assert.That((changed.Quantity, changed.RealizedPnl, changed.Correction), Is.EqualTo((0m, -10m, "2")));
            Assert.That(changed.Cash, Is.EqualTo(1_000_000m + 90m));
            Assert.That(desk.Events.Of<PositionChanged>().Select(told => told.EventId), Is.Unique);
        });
    }

    [Test]
    public void Corrected_purchase_among_others_leaves_the_average_cost_of_the_right_numbers()
    {
        var desk = new Desk();
        Told.Fill(desk, "x1", "buy", 10m, 100m);
        Told.Fill(desk, "x2", "buy", 10m, 120m);

        Told.Correct(desk, "x1", 2, "buy", 10m, 101m, 0m);

        var changed = desk.Events.Of<PositionChanged>()[^1];
        Assert.That((changed.Quantity, changed.AveragePrice, changed.RealizedPnl), Is.EqualTo((20m, 110.5m, 0m)));
    }

    [Test]
    public void Execution_that_was_taken_back_leaves_no_position_and_no_cost()
    {
        var desk = new Desk();
        Told.Fill(desk, "x1", "buy", 10m, 100m, 1.5m);

        Told.Correct(desk, "x1", 2, "buy", 0m, 100m, 0m);

        var changed = desk.Events.Of<PositionChanged>()[^1];
        Assert.That((changed.Quantity, changed.Commission, changed.Cash), Is.EqualTo((0m, -1.5m, 1_000_000m)));
        Assert.That(Desk.Done(desk.Risk.Positions.Open(CancellationToken.None)), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Late_cost_is_paid_once_whether_it_comes_before_or_after_its_execution(bool executionFirst)
    {
        var desk = new Desk();
        if (executionFirst) Told.Fill(desk, "x1", "buy", 10m, 100m, pending: true);
        Told.Cost(desk, "x1", 1, "buy", 100m, 0.35m);
        if (!executionFirst) Told.Fill(desk, "x1", "buy", 10m, 100m, pending: true);
        Told.Cost(desk, "x1", 1, "buy", 100m, 0.35m);

        var changes = desk.Events.Of<PositionChanged>();
        Assert.That((changes[^1].Cash, changes.Sum(told => told.Commission)), Is.EqualTo((1_000_000m - 1_000.35m, 0.35m)));
        Assert.That(changes, Has.Count.EqualTo(executionFirst ? 2 : 1));
    }

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public void Book_is_what_stands_and_what_is_rebuilt_whatever_the_order_of_corrections_and_costs(int seed)
    {
        var desk = new Desk(days: 2);
        var standing = Told.Story(desk, new Random(seed));

        var rebuilt = PortfolioSnapshot.Rebuild(
            new Money(1_000_000m, Currency.Usd), desk.Risk.Fills.All(CancellationToken.None).ToBlockingEnumerable());
        var cash = Desk.Done(desk.Risk.Cash.All(CancellationToken.None)).Single();
        var changes = desk.Events.Of<PositionChanged>();
        Assert.Multiple(() =>
        {
            Assert.That(Desk.Done(desk.Risk.Positions.Open(CancellationToken.None)), Is.EqualTo(rebuilt.Open));
            Assert.That(cash, Is.EqualTo(rebuilt.Cash.Values.Single()));
            Assert.That(cash.Balance, Is.EqualTo(1_000_000m - standing.Sum(fill => fill.Signed * fill.Price + fill.Cost)));
            Assert.That(cash.Commissions, Is.EqualTo(standing.Sum(fill => fill.Cost)));
            Assert.That(changes.Sum(told => told.RealizedPnl), Is.EqualTo(cash.RealizedPnl));
            Assert.That(changes.Sum(told => told.Commission), Is.EqualTo(cash.Commissions));
            Assert.That(changes.Select(told => told.EventId), Is.Unique);
        });
    }
}
