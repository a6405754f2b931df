using Superintel.TestKit;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>A gateway that goes without a word, one that is without IB for long, and a question that nobody answers.</summary>
public sealed class TwsSilenceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private IbkrServer server = null!;
    // What a machine that stands still for a second leaves unanswered is not what these tests are about.
    private RushingClock clock = null!;

    [SetUp]
    public async Task Start()
    {
        clock = new RushingClock();
        server = new IbkrServer(new SimulatorOptions(0, 3, FaultPlan.None, TimeSpan.Zero));
        await server.Start(default);
    }

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task Gateway_that_says_nothing_and_answers_no_probe_is_gone()
    {
        await using var client = await Connect(new TwsOptions { Silence = Second, RequestTimeout = Second * 30 });
        server.Mute();
        clock.Rush();
        await Eventually.True(() => client.State == ConnectionState.Down, "the end");
        Assert.That(client.EndedBecause, Is.EqualTo("request-timeout"));
    }

    [Test]
    public async Task Gateway_that_says_nothing_and_answers_probes_stays()
    {
        await using var client = await Connect(new TwsOptions { Silence = TimeSpan.FromMilliseconds(1), RequestTimeout = Second * 60 });
        var before = client.VenueTime;
        await Eventually.True(() => client.VenueTime > before, "a probe that nobody asked for");
        Assert.That(client.State, Is.EqualTo(ConnectionState.Ready));
    }

    [Test]
    public async Task Gateway_that_is_without_IB_for_too_long_is_given_up()
    {
        await using var client = await Connect(new TwsOptions { VenueLostLimit = Second });
        server.Announce(1100, "lost");
        await Eventually.True(() => client.State == ConnectionState.Down, "the end");
        Assert.That(client.EndedBecause, Is.EqualTo("venue-lost"));
    }

    [Test]
    public async Task Question_without_an_id_that_is_not_answered_ends_the_session()
    {
        await using var client = await Connect(new TwsOptions { RequestTimeout = Second * 60 });
        server.Mute();
        clock.Rush();
        Assert.That(
            () => client.OpenOrders(everybodys: true, default),
            Throws.InstanceOf<TwsException>().With.Property(nameof(TwsException.Code)).EqualTo("request-timeout"));
        Assert.That((client.State, client.EndedBecause), Is.EqualTo((ConnectionState.Down, "request-timeout")));
    }

    [Test]
    public async Task Question_that_was_given_up_keeps_its_answer_from_the_next()
    {
        await using var client = await Connect(new TwsOptions { RequestTimeout = Second * 60 });
        server.Mute();
        using var patience = new CancellationTokenSource();
        var given = client.Positions(patience.Token);
        await patience.CancelAsync();
        Assert.That(async () => await given, Throws.InstanceOf<OperationCanceledException>());
        var next = client.OpenOrders(everybodys: true, default);
        Assert.That(next.IsCompleted, Is.False);
        server.Mute(false);
        // The answer of the first, as late as it is.
        server.SayFields(62, "1");
        Assert.That(await next, Is.Empty);
        Assert.That(client.State, Is.EqualTo(ConnectionState.Ready));
    }

    private Task<TwsClient> Connect(TwsOptions options)
    {
        var here = options with { Port = server.Port };
        return TwsClient.Connect(here, new TwsLimits(here, clock), clock, new Heard(), default);
    }
}
