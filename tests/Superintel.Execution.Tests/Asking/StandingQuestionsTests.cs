using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Service.Adapters.Trading.Asking;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Asking;

/// <summary>The sender's questions: nobody waits for their answers.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StandingQuestionsTests
{
    private readonly SenderSignal signal = new();
    private readonly HangingBroker hanging = new();
    private readonly ScriptedBroker answering = new() { OnQuery = _ => new QueryOutcome.NotPlaced("never came") };
    private readonly SettableClock clock = new(Start);
    private StandingQuestions questions = null!;

    [SetUp]
    public void Open() => questions = new StandingQuestions(
        [new LiveVenue("binance", hanging), new LiveVenue("ibkr", answering)], signal, clock, NullLogger<StandingQuestions>.Instance);

    [TearDown]
    public async Task Close()
    {
        await questions.DisposeAsync();
        signal.Dispose();
    }

    [Test]
    public async Task Answer_is_there_at_a_later_look_beside_a_venue_that_hangs()
    {
        for (var number = 0; number < 20; number++)
            Assert.That(questions.Query("binance", Order("binance", number)), Is.EqualTo(new QueryOutcome.Asked()));
        await Eventually.True(
            () => questions.Query("ibkr", Order("ibkr", 100)) == new QueryOutcome.NotPlaced("never came"), "the other venue answers");
        Assert.That(questions.Query("binance", Order("binance", 0)), Is.EqualTo(new QueryOutcome.Asked()));
    }

    [Test]
    public async Task Questions_behind_one_that_was_not_answered_are_not_asked_in_their_turn()
    {
        for (var number = 0; number < 20; number++) questions.Query("binance", Order("binance", number));
        await Eventually.True(() => hanging.Asked == 8, "as many as go at once");
        hanging.Break();
        for (var number = 0; number < 20; number++)
        {
            var order = Order("binance", number);
            var answer = await Eventually.Get(
                () => Task.FromResult(questions.Query("binance", order)), one => one is not QueryOutcome.Asked, "it is told");
            Assert.That(answer, Is.EqualTo(new QueryOutcome.Unavailable("no answer") { IsSilence = true }));
        }
        Assert.That(hanging.Asked, Is.LessThan(20), "what stood behind was not asked");
    }

    [Test]
    public async Task Venue_that_is_back_is_asked_at_once()
    {
        hanging.Break();
        var order = Order("binance", 0);
        for (var answers = 0; answers < 3; answers++)
            await Eventually.True(() => questions.Query("binance", order) is QueryOutcome.Unavailable, "it is silent");
        Assert.That(questions.Query("binance", order), Is.EqualTo(new QueryOutcome.Asked()));
        var before = hanging.Asked;
        questions.Wake("binance");
        questions.Query("binance", order);
        await Eventually.True(() => hanging.Asked > before, "it is asked again without waiting");
    }

    [Test]
    public async Task Clock_that_is_set_back_holds_no_question_up()
    {
        hanging.Break();
        var order = Order("binance", 0);
        await Eventually.True(() => questions.Query("binance", order) is QueryOutcome.Unavailable, "it is silent");
        var before = hanging.Asked;
        clock.Advance(TimeSpan.FromHours(-3));
        await Eventually.True(
            () => questions.Query("binance", order) is QueryOutcome.Unavailable && hanging.Asked > before, "it is asked again");
    }

    private static OrderReference Order(string venue, int number) =>
        new(venue, "spot", new ClientOrderId($"o{number}"), Pair.A, null, Start);
}
