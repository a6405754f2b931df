using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Mt4;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class Mt4RequestsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly ClientOrderId Id = ClientOrderId.For(new DecisionId("d1"), 0);
    private static readonly TimeSpan Proof = TimeSpan.FromSeconds(30);
    private readonly SettableClock clock = new(Start);

    private static OrderReference Made(DateTimeOffset at) =>
        new(Mt4Options.VenueName, "1", Id, InstrumentId.Parse("EURUSD.XOFF"), null, at);

    [Test]
    public void Order_that_waited_before_it_was_sent_is_as_young_as_its_request()
    {
        var requests = new Mt4Requests(clock, Proof);
        clock.Set(Start.AddHours(1));
        requests.Leaves(Id);
        Assert.That(requests.LastOnItsWay(Made(Start)), Is.EqualTo(Start.AddHours(1)));

        clock.Set(Start.AddHours(1).AddSeconds(20));
        requests.Returned(Id, isKnown: false);
        Assert.That(requests.LastOnItsWay(Made(Start)), Is.EqualTo(Start.AddHours(1).AddSeconds(20)), "given up, it may still arrive");
    }

    [Test]
    public void Order_of_an_earlier_process_can_have_been_sent_until_this_one_began()
    {
        var requests = new Mt4Requests(clock, Proof);
        Assert.That(requests.LastOnItsWay(Made(Start.AddDays(-1))), Is.EqualTo(Start));
        Assert.That(requests.LastOnItsWay(Made(Start.AddMinutes(1))), Is.EqualTo(Start.AddMinutes(1)), "and not before it was made");
    }

    [Test]
    public void Answered_request_is_forgotten()
    {
        var requests = new Mt4Requests(clock, Proof);
        clock.Set(Start.AddHours(1));
        requests.Leaves(Id);
        requests.Returned(Id, isKnown: true);
        Assert.That(requests.LastOnItsWay(Made(Start)), Is.EqualTo(Start));
    }

    [Test]
    public void Requests_without_an_answer_are_bounded_and_what_is_too_old_to_arrive_is_forgotten()
    {
        var requests = new Mt4Requests(clock, Proof);
        ClientOrderId Numbered(int number) => ClientOrderId.For(new DecisionId($"n{number}"), 0);
        for (var number = 0; number < Mt4Requests.Most; number++)
        {
            Assert.That(requests.Leaves(Numbered(number)), Is.True);
            if (number > 0) requests.Returned(Numbered(number), isKnown: false);
        }
        Assert.That((requests.Leaves(Id), requests.Leaves(Numbered(5))), Is.EqualTo((false, true)), "one that is known may be asked again");
        requests.Returned(Numbered(5), isKnown: false);

        clock.Set(Start + Proof);
        Assert.That(requests.Leaves(Id), Is.True);
        Assert.That(requests.LastOnItsWay(Made(Start) with { ClientOrderId = Numbered(0) }), Is.EqualTo(Start), "it is still on its way");
    }
}
