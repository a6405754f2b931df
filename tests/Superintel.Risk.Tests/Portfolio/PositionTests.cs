using Superintel.Kernel;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Tests.Portfolio;

public sealed class PositionTests
{
    [Test]
    public void Average_price_is_the_mean_cost_of_what_is_open()
    {
        var position = Held((100m, 10m), (50m, 13m));
        Assert.Multiple(() =>
        {
            Assert.That(position.Quantity, Is.EqualTo(150m));
            Assert.That(position.AveragePrice, Is.EqualTo(11m));
            Assert.That(position.RealizedPnl, Is.Zero);
        });
    }

    [Test]
    public void Partial_close_realises_at_average_cost_and_leaves_the_average()
    {
        var position = Held((100m, 10m), (50m, 13m), (-60m, 12m));
        Assert.Multiple(() =>
        {
            Assert.That(position.Quantity, Is.EqualTo(90m));
            Assert.That(position.AveragePrice, Is.EqualTo(11m));
            Assert.That(position.RealizedPnl, Is.EqualTo(60m));
        });
    }

    [Test]
    public void Short_position_gains_when_the_price_falls()
    {
        var position = Held((-100m, 10m), (40m, 9m));
        Assert.Multiple(() =>
        {
            Assert.That(position.Quantity, Is.EqualTo(-60m));
            Assert.That(position.AveragePrice, Is.EqualTo(10m));
            Assert.That(position.RealizedPnl, Is.EqualTo(40m));
        });
    }

    [Test]
    public void Fill_that_crosses_zero_closes_the_old_position_and_opens_a_new_one()
    {
        var position = Held((100m, 10m), (-150m, 11m));
        Assert.Multiple(() =>
        {
            Assert.That(position.Quantity, Is.EqualTo(-50m));
            Assert.That(position.AveragePrice, Is.EqualTo(11m));
            Assert.That(position.RealizedPnl, Is.EqualTo(100m));
        });
    }

    [Test]
    public void Position_that_was_closed_in_thirds_leaves_no_residue()
    {
        var position = Held((3m, 10m / 3m), (-1m, 4m), (-1m, 4m), (-1m, 4m));
        Assert.Multiple(() =>
        {
            Assert.That(position.Cost, Is.Zero);
            Assert.That(position.AveragePrice, Is.Zero);
            Assert.That(position.RealizedPnl, Is.EqualTo(2m).Within(1e-20m));
        });
    }

    [Test]
    public void Opening_time_is_when_the_quantity_last_left_zero()
    {
        var position = Held((10m, 1m), (-10m, 1m), (5m, 1m), (5m, 1m));
        Assert.That(position.OpenedAt, Is.EqualTo(Fills.At(2)));
    }

    [Test]
    public void Fill_of_another_instrument_is_a_broken_promise() =>
        Assert.That(() => Held((1m, 1m)).Apply(Fills.Make(9, "BBB.XNYS", 1m, 1m)), Throws.InvalidOperationException);

    private static Position Held(params (decimal Signed, decimal Price)[] fills)
    {
        var position = Position.Flat(new PositionKey(Desk.Pair, InstrumentId.Parse("AAA.XNYS")), Currency.Usd, Fills.At(0));
        return fills
            .Select((fill, index) => Fills.Make(index, "AAA.XNYS", fill.Signed, fill.Price))
            .Aggregate(position, (held, fill) => held.Apply(fill));
    }
}
