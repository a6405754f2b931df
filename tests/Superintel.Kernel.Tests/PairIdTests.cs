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

    [Test]
    public void Hedge_when_written_and_read_is_the_same_and_has_one_leg()
    {
        var hedge = PairId.Parse(PairId.Hedge(Coke).ToString());
        Assert.That(hedge, Is.EqualTo(PairId.Hedge(Coke)));
        Assert.That(
            (hedge.ToString(), hedge.IsHedge, hedge.A, hedge.Legs.Count), Is.EqualTo(("hedge~KO.XNYS", true, Coke, 1)));
        Assert.That(() => hedge.B, Throws.InvalidOperationException);
    }

    [Test]
    public void Hedge_is_another_book_than_any_pair_of_the_instrument()
    {
        var pair = PairId.Of(Coke, Procter);
        Assert.That((pair.IsHedge, pair == PairId.Hedge(Coke), pair.Legs), Is.EqualTo((false, false, new[] { Coke, Procter })));
        Assert.That(PairId.Hedge(Coke), Is.LessThan(pair));
    }

    [TestCase("hedge~")]
    [TestCase("hedge~KO")]
    [TestCase("KO.XNYS~hedge")]
    [TestCase("hedge~KO.XNYS~PG.XNYS")]
    public void Words_that_are_no_hedge_are_no_id(string text) => Assert.That(PairId.TryParse(text, out _), Is.False);
}
