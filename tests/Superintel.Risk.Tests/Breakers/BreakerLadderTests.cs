using FsCheck;
using FsCheck.Fluent;
using Superintel.Risk.Breakers;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Tests.Breakers;

public sealed class BreakerLadderTests
{
    [FsCheck.NUnit.Property]
    public Property Larger_loss_never_opens_less(NonNegativeInt first, NonNegativeInt second)
    {
        var (less, more) = (Math.Min(first.Get, second.Get) / 1000.0, Math.Max(first.Get, second.Get) / 1000.0);
        return BreakerKind.All.All(kind => Tier(kind, less) <= Tier(kind, more)).ToProperty();
    }

    [Test]
    public void What_is_not_a_number_opens_as_far_as_the_kind_goes() => Assert.That(
        BreakerKind.All.Select(kind => Tier(kind, double.NaN)), Is.EqualTo(BreakerKind.All.Select(kind => kind.Highest)));

    [Test]
    public void Value_at_its_limit_pauses_entries_and_does_no_more() =>
        Assert.That(Tier(BreakerKind.DailyLoss, 0.05), Is.EqualTo(BreakerTier.PauseEntries));

    private static BreakerTier Tier(BreakerKind kind, double value) => BreakerLadder.TierOf(kind, value, 0.05, RiskLimits.Defaults);
}
