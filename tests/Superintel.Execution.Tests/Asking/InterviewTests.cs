using Superintel.Execution.Service.Adapters.Trading.Asking;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Asking;

/// <summary>Questions that a piece of work has, asked outside of its turn.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InterviewTests
{
    private readonly ScriptedBroker broker = new() { OnQuery = _ => new QueryOutcome.NotPlaced("asked twice") };
    private readonly Interview interview;

    public InterviewTests() => interview = new Interview(new Dictionary<string, IBroker> { ["ibkr"] = broker });

    [Test]
    public async Task Answers_are_there_in_the_attempt_after_they_were_asked_for()
    {
        interview.Begin();
        Assert.That(interview.Query("ibkr", Order(1)), Is.EqualTo(new QueryOutcome.Asked()));
        Assert.That(() => interview.Book("ibkr"), Throws.InstanceOf<BrokerUnavailableException>());
        await interview.Ask(default);

        interview.Begin();
        Assert.That(interview.Query("ibkr", Order(1)), Is.EqualTo(new QueryOutcome.NotPlaced("asked twice")));
        Assert.That(interview.Book("ibkr"), Is.SameAs(broker.Book));
        Assert.That((interview.IsOpen, broker.Asked.Count), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task Same_question_twice_in_one_attempt_is_two_questions()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            interview.Begin();
            if (interview.Query("ibkr", Order(1)) is not QueryOutcome.Asked) interview.Query("ibkr", Order(1));
            await interview.Ask(default);
        }
        Assert.That((interview.IsOpen, broker.Asked.Count), Is.EqualTo((false, 2)));
    }

    [Test]
    public async Task Venue_that_could_not_be_asked_for_an_order_is_not_asked_for_its_book()
    {
        broker.OnQuery = _ => throw new BrokerUnavailableException("socket closed");
        interview.Begin();
        interview.Query("ibkr", Order(1));
        Assert.That(() => interview.Book("ibkr"), Throws.InstanceOf<BrokerUnavailableException>());
        await interview.Ask(default);

        interview.Begin();
        Assert.That(interview.Query("ibkr", Order(1)), Is.EqualTo(new QueryOutcome.Unavailable("socket closed") { IsSilence = true }));
        Assert.That(() => interview.Book("ibkr"), Throws.InstanceOf<BrokerUnavailableException>().With.Message.EqualTo("socket closed"));
        Assert.That(interview.IsOpen, Is.False, "that is an answer");
    }

    [Test]
    public async Task Book_is_asked_for_again_when_the_ledger_moved_since()
    {
        interview.Begin();
        interview.Hold("KO 100");
        Assert.That(() => interview.Book("ibkr"), Throws.InstanceOf<BrokerUnavailableException>());
        await interview.Ask(default);

        interview.Begin();
        interview.Hold("KO 110");
        Assert.That(() => interview.Book("ibkr"), Throws.InstanceOf<BrokerUnavailableException>());
        Assert.That(interview.IsOpen);
        await interview.Ask(default);

        interview.Begin();
        interview.Hold("KO 110");
        Assert.That(interview.Book("ibkr"), Is.SameAs(broker.Book));
    }

    [Test]
    public async Task Cancels_of_the_last_attempt_only_are_sent()
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            interview.Begin();
            interview.Cancel("ibkr", Order(attempt));
        }
        await interview.SendCancels(default);
        Assert.That(broker.Canceled, Is.EqualTo(new[] { Order(1) }));
    }

    private static OrderReference Order(int number) => new("ibkr", "DU1", new ClientOrderId($"o{number}"), Pair.A, null, Start);
}
