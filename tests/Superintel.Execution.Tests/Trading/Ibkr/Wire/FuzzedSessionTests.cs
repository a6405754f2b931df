using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

/// <summary>
/// Damaged messages through a whole session and through the adapter, from a seed: an answer, or a failure that says so; no exception on
/// the reading thread, and no session that nobody reads.
/// </summary>
public sealed class FuzzedSessionTests
{
    private static readonly TwsOptions Options = new() { Account = "DU1234567", MessagesPerSecond = 50 };

    [TestCase(10_000)]
    [TestCase(1_000_000, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    public async Task Damaged_messages_end_a_session_or_are_taken_in(int messages)
    {
        var draw = new Random(20261121);
        var ended = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var said = 0; said < messages;)
        {
            var (tws, heard) = (new FuzzedTws(draw, noise: 4), new Heard());
            await using var client = await TwsClient.Connect(
                Options, tws.Dial, new TwsLimits(Options, TimeProvider.System), TimeProvider.System, heard, default);
            try
            {
                await client.OpenOrders(everybodys: true, default);
                await client.CompletedOrders(default);
                await client.Executions(default);
                await client.Positions(default);
            }
            catch (TwsException)
            {
                Assert.That(client.State != ConnectionState.Ready || client.EndedBecause is null, "a failed session is not ready");
            }
            said += Math.Max(1, tws.Noise);
            Assert.That(heard.Unread.Where(unread => unread.Code.StartsWith("malformed", StringComparison.Ordinal)), Is.Empty);
            var why = client.EndedBecause ?? "stands";
            ended[why] = ended.GetValueOrDefault(why) + 1;
        }
        Assert.That(ended.Keys, Is.SupersetOf(new[] { "stands", "field-missing", "field-malformed" }));
    }

    [TestCase(10_000)]
    [TestCase(1_000_000, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    public async Task Damaged_messages_give_the_adapter_a_snapshot_or_none(int messages)
    {
        var draw = new Random(20261122);
        var (log, snapshots, failures) = (new CodesLogged(), 0, 0);
        for (var said = 0; said < messages;)
        {
            var tws = new FuzzedTws(draw, noise: 2);
            await using var broker = new IbkrBroker(
                Options, new OutageCalendar { ResetTo = new TimeOnly(23, 45), LoginTo = new TimeOnly(1, 0) }, new IbkrContracts([]),
                TimeProvider.System, log, tws.Dial);
            using var reading = new CancellationTokenSource();
            var events = Read(broker, reading.Token);
            try
            {
                await broker.Snapshot(default);
                await broker.Query(Trial(), default);
                snapshots++;
            }
            catch (BrokerUnavailableException)
            {
                failures++;
            }
            await reading.CancelAsync();
            await events;
            said += Math.Max(1, tws.Noise);
        }
        Assert.That(log.Codes, Has.None.StartsWith("malformed"));
        Assert.That((snapshots > 0, failures > 0), Is.EqualTo((true, true)));
    }

    private static OrderReference Trial() => new(
        "ibkr", "DU1234567", new ClientOrderId("o-1"), InstrumentId.Parse("KO.XNYS"), null, DateTimeOffset.UnixEpoch);

    private static async Task Read(IbkrBroker broker, CancellationToken ct)
    {
        try
        {
            await foreach (var told in broker.Events(ct)) Assert.That(told.ClientOrderId.Value, Is.Not.Empty);
        }
        catch (Exception ended) when (ended is BrokerUnavailableException or OperationCanceledException)
        {
            // As the port says.
        }
    }
}
