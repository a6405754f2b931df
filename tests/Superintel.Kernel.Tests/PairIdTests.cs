namespace Superintel.Kernel.Tests;

public sealed class PairIdTests
{
    private static readonly InstrumentId Coke = InstrumentId.Parse("KO.XNYS");
    private static readonly InstrumentId Procter = InstrumentId.Parse("PG.XNYS");

    [Test]
    public void Pair_has_one_identity_whichever_leg_is_named_first() =>
        Assert.That(PairId.Of(Procter, Coke), Is.EqualTo(PairId.Of(Coke, Procter)));

    [Test]
    public void Pair_when_written_and_read_is_the_same() =>
        Assert.That(PairId.Parse(PairId.Of(Procter, Coke).ToString()), Is.EqualTo(PairId.Of(Coke, Procter)));

    [Test]
    public void Pair_of_one_instrument_is_refused() => Assert.That(() => PairId.Of(Coke, Coke), Throws.ArgumentException);

    [Test]
    public void Pair_when_legs_are_out_of_order_is_not_a_second_identity() =>
        Assert.That(PairId.TryParse("PG.XNYS~KO.XNYS", out _), Is.False);
}
