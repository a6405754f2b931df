using System.Net;
using System.Net.Sockets;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Tests.Trading.Mt4.Bridge;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4;

/// <summary>Where the stream of events goes on after a break, and what cannot stop it.</summary>
public sealed class Mt4EventStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Stream_that_broke_goes_on_behind_what_was_taken_in_and_tells_the_rest_again()
    {
        await using var mt4 = await SimulatedMt4.Start();
        var (first, second) = (mt4.Ticket(), mt4.Ticket());
        await mt4.Broker.Submit(first, default);
        await mt4.Broker.Submit(second, default);
        var before = await Until(mt4.Broker, second);
        Assert.That(before[0].ClientOrderId, Is.EqualTo(first.ClientOrderId));

        var after = await Until(mt4.Broker, second);
        Assert.That(after.Select(told => told.ClientOrderId), Is.All.EqualTo(second.ClientOrderId));
        mt4.Restart();
        Assert.That((await Until(mt4.Broker, second))[0].ClientOrderId, Is.EqualTo(first.ClientOrderId), "a new process hears all");
    }

    [Test]
    public async Task Journal_that_is_another_one_is_told_from_its_beginning()
    {
        await using var bridged = await BridgedMt4.Start();
        using var client = new Mt4Client(bridged.Options.Bridge, async (_, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, bridged.Host.Url.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        });
        var broker = new Mt4Broker(client, bridged.Options, Mt4Server.Account, TimeProvider.System);
        var (old, last) = (bridged.Ticket(), bridged.Ticket());
        await broker.Submit(old, default);
        await broker.Submit(last, default);
        await Until(broker, last);

        await bridged.StopBridge();
        Directory.Delete(bridged.Folder, recursive: true);
        await bridged.StartBridge();
        await bridged.StartTerminal();
        var (fresh, next) = (bridged.Ticket(), bridged.Ticket());
        await Eventually.True(
            async () => await broker.Submit(fresh, default) is SubmitOutcome.Accepted, "a connection to the bridge that was started");
        await broker.Submit(next, default);

        Assert.That((await Until(broker, next))[0].ClientOrderId, Is.EqualTo(fresh.ClientOrderId));
    }

    [Test]
    public async Task Event_of_a_symbol_that_is_not_listed_any_more_is_passed_over_and_what_follows_is_told()
    {
        await using var bridged = await BridgedMt4.Start();
        var gone = bridged.Ticket() with { Instrument = InstrumentId.Parse("GBPUSD.XOFF") };
        var there = bridged.Ticket();
        Assert.That(await bridged.Broker.Submit(gone, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(await bridged.Broker.Submit(there, default), Is.InstanceOf<SubmitOutcome.Accepted>());

        await bridged.StopBridge();
        await bridged.StartBridge();
        await bridged.StartTerminal(unlisted: "GBPUSD");

        Assert.That((await Until(bridged.Broker, there)).Single().ClientOrderId, Is.EqualTo(there.ClientOrderId));
    }

    [Test]
    public async Task Terminal_that_is_away_is_a_hindrance_until_it_is_back()
    {
        await using var bridged = await BridgedMt4.Start();
        using var stop = new CancellationTokenSource();
        var hearing = Hear(bridged.Broker, stop.Token);
        Assert.That(bridged.Broker.Hindrance(Mt4Options.VenueName), Is.Null);

        bridged.Terminal!.IsConnected = false;
        await Eventually.True(() => bridged.Broker.Hindrance(Mt4Options.VenueName) is not null, "the terminal is known to be away");
        bridged.Terminal.IsConnected = true;
        await Eventually.True(() => bridged.Broker.Hindrance(Mt4Options.VenueName) is null, "it is known to be back");

        await stop.CancelAsync();
        await hearing;
    }

    private static async Task Hear(Mt4Broker broker, CancellationToken ct)
    {
        try
        {
            await foreach (var _ in broker.Events(ct)) ct.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Heard enough.
        }
    }

    /// <summary>What is told up to the first word of an order, which is left with its reader.</summary>
    private static async Task<List<BrokerEvent>> Until(Mt4Broker broker, OrderTicket ticket)
    {
        using var limit = new CancellationTokenSource(Patience);
        var told = new List<BrokerEvent>();
        await foreach (var happened in broker.Events(limit.Token))
        {
            told.Add(happened);
            if (happened.ClientOrderId == ticket.ClientOrderId) break;
        }
        return told;
    }
}
