namespace Superintel.Approval.Tests;

public sealed class ApprovalOptionsTests
{
    [Test]
    public void Defaults_are_sound() => Assert.That(new ApprovalOptions().Problems(), Is.Empty);

    [Test]
    public void Every_unsound_option_is_named_at_once() => Assert.That(
        new ApprovalOptions
        {
            AutoConfidence = 2,
            TraderConfidence = -1,
            TraderNotional = 0m,
            SeniorNotional = -1m,
            ProposalLifetime = TimeSpan.Zero,
            SignalLifetime = TimeSpan.Zero,
            FeatureSchemas = [],
            HumanPolicy = (Superintel.Approval.Tiers.HumanPolicy)9,
            RuleConfidence = double.NaN,
        }.Problems(),
        Has.Count.EqualTo(9));
}
