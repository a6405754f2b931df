using Superintel.Approval.Tiers;

namespace Superintel.Approval.Tests.Tiers;

public sealed class TierRuleTests
{
    private static readonly double[] confidences = [0, 0.3, 0.4999, 0.5, 0.6, 0.7499, 0.75, 0.9, 1];
    private static readonly decimal[] notionals = [1m, 80_000m, 119_999.99m, 120_000m, 200_000m, 249_999.99m, 250_000m, 1_000_000m];

    [Test]
    public void Tier_is_the_stricter_of_what_confidence_and_notional_ask(
        [ValueSource(nameof(confidences))] double confidence, [ValueSource(nameof(notionals))] decimal notional)
    {
        var byConfidence = confidence < 0.5 ? Tier.Senior : confidence < 0.75 ? Tier.Trader : Tier.Auto;
        var byNotional = notional >= 250_000m ? Tier.Senior : notional >= 120_000m ? Tier.Trader : Tier.Auto;
        Assert.That(
            TierRule.Choose(true, confidence, notional, new ApprovalOptions()).Tier,
            Is.EqualTo(byConfidence > byNotional ? byConfidence : byNotional));
    }

    [Test]
    public void Exit_waits_for_nobody(
        [ValueSource(nameof(confidences))] double confidence, [ValueSource(nameof(notionals))] decimal notional) =>
        Assert.That(TierRule.Choose(false, confidence, notional, new ApprovalOptions()).Tier, Is.EqualTo(Tier.Auto));

    [Test]
    public void Confidence_that_is_no_number_needs_seniors() =>
        Assert.That(TierRule.Choose(true, double.NaN, 1m, new ApprovalOptions()).Tier, Is.EqualTo(Tier.Senior));

    [TestCase(0.9, 80_000, "within the automatic tier")]
    [TestCase(0.6, 80_000, "confidence 0.60 is below 0.75")]
    [TestCase(0.9, 130_000, "notional 130000 is 120000 or more")]
    [TestCase(0.9, 300_000, "notional 300000 is 250000 or more")]
    [TestCase(0.1, 80_000, "confidence 0.10 is below 0.50")]
    public void Reason_says_which_rule_chose(double confidence, int notional, string reason) =>
        Assert.That(TierRule.Choose(true, confidence, notional, new ApprovalOptions()).Reason, Does.EndWith(reason));
}
