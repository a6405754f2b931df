using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Trading.Previews;

public sealed class CompositePreviewTests
{
    private readonly VirtualClock clock = new(Start);

    [Test]
    public async Task Question_goes_to_the_venue_of_its_ticket_and_nowhere_else()
    {
        var composite = Over("paper", new PaperPreview(PaperModels.From(new PaperOptions()), clock));
        Assert.That(await composite.Preview(Ticket("paper"), default), Is.TypeOf<PreviewOutcome.Told>());
        Assert.That(await composite.Preview(Ticket("mt4"), default), Is.TypeOf<PreviewOutcome.NotOffered>());
    }

    [Test]
    public async Task Questions_go_one_at_a_time_with_a_pause_between()
    {
        var slow = new SlowPreview();
        var composite = Over("ibkr", slow);
        var first = composite.Preview(Ticket("ibkr"), default);
        Assert.That(await Busy(composite), Is.EqualTo("preview-busy"), "while another is asked");
        slow.Answer.SetResult(new PreviewOutcome.NotOffered("no"));
        await first;
        Assert.That(await Busy(composite), Is.EqualTo("preview-busy"), "right after it");
        clock.Advance(CompositePreview.Pause);
        Assert.That(await Busy(composite), Is.Null);
        Assert.That(slow.Asked, Is.EqualTo(2));
    }

    [Test]
    public async Task Question_that_was_given_up_lets_the_next_one_in()
    {
        var composite = Over("ibkr", new SlowPreview());
        using var stop = new CancellationTokenSource();
        var given = composite.Preview(Ticket("ibkr"), stop.Token);
        await stop.CancelAsync();
        Assert.That(async () => await given, Throws.InstanceOf<OperationCanceledException>());
        clock.Advance(CompositePreview.Pause);
        using var again = new CancellationTokenSource();
        var next = composite.Preview(Ticket("ibkr"), again.Token);
        Assert.That(next.IsCompleted, Is.False);
        await again.CancelAsync();
        Assert.That(async () => await next, Throws.InstanceOf<OperationCanceledException>());
    }

    private CompositePreview Over(string venue, IOrderPreview preview) => new([new(venue, preview)], clock);

    private static async Task<string?> Busy(CompositePreview composite) =>
        (await composite.Preview(Ticket("ibkr"), default) as PreviewOutcome.Unavailable)?.Code;

    private static OrderTicket Ticket(string venue) => new(
        venue, "a", new ClientOrderId("preview"), InstrumentId.Parse(Ko), AssetClass.Equity, 1m, Side.Buy, new Quantity(1m),
        OrderType.Limit, 60m, TimeInForce.GoodTillCancel, Currency.Usd, Start);

    private sealed class SlowPreview : IOrderPreview
    {
        public TaskCompletionSource<PreviewOutcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked { get; private set; }

        public Task<PreviewOutcome> Preview(OrderTicket ticket, CancellationToken ct)
        {
            Asked++;
            return Answer.Task.WaitAsync(ct);
        }
    }
}
