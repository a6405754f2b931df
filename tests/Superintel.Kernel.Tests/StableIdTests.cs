using FsCheck;
using FsCheck.Fluent;

namespace Superintel.Kernel.Tests;

public sealed class StableIdTests
{
    private static readonly PairId Pair = PairId.Parse("KO.XNYS~PG.XNYS");
    private static readonly DateTimeOffset Noon = new(1999, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Decision_id_never_changes_between_releases() => Assert.That(
        DecisionId.For(Pair, BarInterval.Day, Noon, "open").Value, Is.EqualTo("d0pk461xfg2j9df3zm36h"));

    [Test]
    public void Decision_id_is_the_same_for_the_same_instant_in_another_offset() => Assert.That(
        DecisionId.For(Pair, BarInterval.Day, Noon.ToOffset(TimeSpan.FromHours(2)), "open"),
        Is.EqualTo(DecisionId.For(Pair, BarInterval.Day, Noon, "open")));

    [Test]
    public void Client_order_id_fits_the_tightest_venue()
    {
        var id = ClientOrderId.For(DecisionId.For(Pair, BarInterval.Day, Noon, "open"), 1, 99).Value;
        Assert.That(id, Has.Length.LessThanOrEqualTo(36).And.Matches("^[a-z0-9-]+$"));
    }

    [FsCheck.NUnit.Property]
    public Property Stable_ids_of_parts_that_run_together_differ(NonEmptyString left, NonEmptyString right)
    {
        var (a, b) = (left.Get.Replace("\0", "", StringComparison.Ordinal), right.Get.Replace("\0", "", StringComparison.Ordinal));
        return (StableId.Of(a, b) != StableId.Of(a + b, "")).When(b.Length > 0);
    }

    [Test]
    public void Stable_guid_carries_version_eight() => Assert.That(StableId.GuidOf("a").ToString()[14], Is.EqualTo('8'));
}
