using Superintel.Execution.Trading;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>The bridge's folder is gone, or an older copy was put back: its silence about an order proves nothing.</summary>
public sealed class LostJournalTests
{
    [TestCase(OrderType.Market, null, "open ticket")]
    [TestCase(OrderType.Limit, 1.05, "pending order")]
    public async Task Order_whose_name_the_terminal_has_is_not_taken_for_never_placed(OrderType type, double? price, string trace)
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = bridged.Ticket(type, (decimal?)price);
        Assert.That(await bridged.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        await Lose(bridged);

        var asked = await Eventually.Get(
            () => bridged.Broker.Query(SimulatedMt4.Reference(ticket), default),
            answer => answer is not QueryOutcome.Unavailable { Cause: var cause } || cause.Contains(trace, StringComparison.Ordinal),
            "the terminal's trace of it");
        Assert.That(asked, Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    [Test]
    public async Task Order_that_neither_has_was_never_placed()
    {
        await using var bridged = await BridgedMt4.Start();
        await Lose(bridged);
        Assert.That(await bridged.Resolve(bridged.Ticket()), Is.InstanceOf<QueryOutcome.NotPlaced>());
    }

    private static async Task Lose(BridgedMt4 bridged)
    {
        await bridged.StopBridge();
        Directory.Delete(bridged.Folder, recursive: true);
        await bridged.StartBridge();
        await bridged.StartTerminal();
    }
}
