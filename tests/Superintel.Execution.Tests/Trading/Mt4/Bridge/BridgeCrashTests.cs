using System.Text.Json;
using Superintel.Execution.Trading;
using Superintel.Mt4Bridge.Journal;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>Whatever ends, bridge or expert, and whenever: one order at most, and what became of it is found by asking.</summary>
public sealed class BridgeCrashTests
{
    [TestCase(TerminalMoment.BeforeTaking)]
    [TestCase(TerminalMoment.BeforeDoing)]
    [TestCase(TerminalMoment.AfterDoing)]
    public async Task Command_whose_terminal_ends_is_unknown(TerminalMoment moment)
    {
        await using var bridged = await BridgedMt4.Start(moment);
        var ticket = bridged.Ticket();
        Assert.That(await bridged.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Unknown>());
        Assert.That(await bridged.Broker.Query(SimulatedMt4.Reference(ticket), default), Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    [Test]
    public async Task Command_that_the_terminal_never_read_was_not_placed_once_the_terminal_says_so([Values] bool bridgeEndsToo)
    {
        await using var bridged = await BridgedMt4.Start(TerminalMoment.BeforeTaking);
        var ticket = bridged.Ticket();
        await bridged.Broker.Submit(ticket, default);
        await Again(bridged, bridgeEndsToo);
        Assert.That(await bridged.Resolve(ticket), Is.InstanceOf<QueryOutcome.NotPlaced>());
        Assert.That(bridged.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Command_that_the_terminal_wrote_down_and_never_did_stays_unknown([Values] bool bridgeEndsToo)
    {
        await using var bridged = await BridgedMt4.Start(TerminalMoment.BeforeDoing);
        var ticket = bridged.Ticket();
        await bridged.Broker.Submit(ticket, default);
        await Again(bridged, bridgeEndsToo);
        await Eventually.True(() => bridged.Memory.Results.Count == 0, "the expert's own word has come");
        Assert.That(await bridged.Broker.Query(SimulatedMt4.Reference(ticket), default), Is.InstanceOf<QueryOutcome.Unavailable>());
        Assert.That(bridged.Exchange.Orders, Is.Empty, "and is not handed out again");
    }

    [Test]
    public async Task Command_that_was_done_and_not_answered_is_found_by_its_name([Values] bool bridgeEndsToo)
    {
        await using var bridged = await BridgedMt4.Start(TerminalMoment.AfterDoing);
        var ticket = bridged.Ticket();
        await bridged.Broker.Submit(ticket, default);
        await Again(bridged, bridgeEndsToo);
        Assert.That((await bridged.Resolve(ticket) as QueryOutcome.Found)?.Order.Status, Is.EqualTo(BrokerOrderStatus.Filled));
        Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_that_no_terminal_asked_for_is_withdrawn_and_never_leaves_later()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.DiesAt = TerminalMoment.BeforeTaking;
        var first = bridged.Broker.Submit(bridged.Ticket(), default); // keeps the one expert away
        await bridged.Terminal.Ended;
        var ticket = bridged.Ticket();
        var outcome = await bridged.Broker.Submit(ticket, default);
        await first;
        await Again(bridged, bridgeEndsToo: false);
        Assert.That(outcome, Is.InstanceOf<SubmitOutcome.Deferred>());
        Assert.That(await bridged.Resolve(ticket), Is.InstanceOf<QueryOutcome.NotPlaced>());
        Assert.That(bridged.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task New_journal_goes_on_where_the_expert_is()
    {
        await using var bridged = await BridgedMt4.Start();
        await bridged.Broker.Submit(bridged.Ticket(), default);
        await bridged.StopBridge();
        File.Delete(Path.Combine(bridged.Folder, JournalFile.Name));
        await bridged.StartBridge();
        await bridged.StartTerminal();
        Assert.That(await bridged.Broker.Submit(bridged.Ticket(), default), Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Bridge_tells_the_same_events_after_a_restart()
    {
        await using var bridged = await BridgedMt4.Start();
        for (var i = 0; i < 3; i++) await bridged.Broker.Submit(bridged.Ticket(), default);
        var before = (await bridged.Client.Events(0, TimeSpan.Zero, default)).Value!;
        await Again(bridged, bridgeEndsToo: true);
        await bridged.Broker.Submit(bridged.Ticket(), default);
        var after = (await bridged.Client.Events(0, TimeSpan.Zero, default)).Value!;
        Assert.That(JsonSerializer.Serialize(after.Events.Take(before.Events.Count)), Is.EqualTo(JsonSerializer.Serialize(before.Events)));
        Assert.That(after.Events.Select(told => told.Seq), Is.EqualTo(Enumerable.Range(1, (int)after.LastSeq)));
        Assert.That(after.LastSeq, Is.GreaterThan(before.LastSeq));
    }

    [Test]
    public async Task Journal_cut_anywhere_opens_with_the_lines_that_are_whole()
    {
        await using var bridged = await BridgedMt4.Start();
        await bridged.Broker.Submit(bridged.Ticket(), default);
        await bridged.StopBridge();
        var path = Path.Combine(bridged.Folder, JournalFile.Name);
        var whole = await File.ReadAllBytesAsync(path);
        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length]);
            var lines = 0;
            using (JournalFile.Open(bridged.Folder, _ => lines++)) { }
            Assert.That(lines, Is.EqualTo(whole.AsSpan(0, length).Count((byte)'\n')));
        }
        await bridged.StartBridge();
    }

    [Test]
    public async Task Journal_with_a_line_that_makes_no_sense_is_not_opened()
    {
        var folder = Scratch.Folder("bridge");
        await File.WriteAllTextAsync(Path.Combine(folder, JournalFile.Name), "{\"kind\":\"told\n");
        Assert.That(() => JournalFile.Open(folder, _ => { }), Throws.TypeOf<JournalDamagedException>());
    }

    [Test]
    public async Task Second_bridge_on_the_same_folder_is_refused()
    {
        await using var bridged = await BridgedMt4.Start(hasTerminal: false);
        Assert.That(() => JournalFile.Open(bridged.Folder, _ => { }), Throws.InstanceOf<IOException>());
    }

    private static async Task Again(BridgedMt4 bridged, bool bridgeEndsToo)
    {
        if (bridgeEndsToo)
        {
            await bridged.StopBridge();
            await bridged.StartBridge();
        }
        await bridged.StartTerminal();
    }
}
