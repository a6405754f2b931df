using System.Diagnostics;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Tests.Service;
using Superintel.Execution.Trading;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>A venue whose answers trickle and which takes cancels at once: its comparison has its lane, and a halt does not wait.</summary>
public sealed class HaltCancelTests : HeldVenueFixture
{
    // The comparison would have the lane for two minutes.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(40);

    protected override (string Key, string Value)[] Settings => [("Execution:ReconcileEvery", "00:00:01")];

    [Test]
    public async Task Halt_takes_back_what_works_at_a_venue_that_is_being_compared()
    {
        await Work();
        var waited = Stopwatch.StartNew();
        await Halt();
        await Eventually.True(() => Held.Canceled.Count == 2, "both legs are taken back", Soon);
        TestContext.Out.WriteLine($"canceled {waited.ElapsedMilliseconds} ms after the halt");
        await UntilStates("and that is stored", "Canceled", "Canceled");
        Assert.That(Held.Reading, Is.Positive, "the venue is still being compared");
    }

    [Test]
    public async Task Halt_hurries_a_cancel_that_waits_for_the_comparison_already()
    {
        await Work();
        Held.Tell(new BrokerEvent.Expired(Held.Submitted[1].ClientOrderId, Fakes.Given.Start, "No more to be had."));
        await UntilStates("the first leg is to be taken back", "PendingCancel", "Expired");
        Assert.That(Held.Canceled, Is.Empty, "it waits for the lane");
        await Halt();
        await Eventually.True(() => Held.Canceled.Count == 1, "it is taken back", Soon);
        Assert.That(Held.Reading, Is.Positive, "the venue is still being compared");
    }

    private async Task Work()
    {
        await Service.Deliver(Cleared());
        await UntilStates("both legs work", "Accepted", "Accepted");
        Held.BeforeAnswer = HeldVenue.Never;
        await Eventually.True(() => Held.Reading > 0, "the comparison has the lane");
    }

    private Task Halt() => Service.DeliverByGrpc(new TradingStateChanged("halted", false, "fire", "ada", 1, Fakes.Given.Start));
}
