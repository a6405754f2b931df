using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Trading.Previews;

/// <summary>What holds of a question at every venue that answers one.</summary>
public abstract class PreviewContract
{
    protected abstract IBroker Broker { get; }

    protected abstract IOrderPreview Preview { get; }

    /// <summary>That rests: far below the market.</summary>
    protected abstract OrderTicket Limit();

    [Test]
    public async Task Question_is_answered_with_a_commission_and_places_nothing()
    {
        var ticket = Limit();

        var told = await Preview.Preview(ticket, default) as PreviewOutcome.Told;

        Assert.That(told?.Cost.Commission?.Amount, Is.GreaterThan(0m));
        var after = await Broker.Snapshot(default);
        Assert.That((after.WorkingOrders.Count, after.Positions.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Question_for_nothing_is_refused_with_the_code_of_an_order()
    {
        var ticket = Limit() with { Quantity = Quantity.Zero };

        var outcome = await Preview.Preview(ticket, default);

        var order = await Broker.Submit(ticket, default);
        Assert.That((outcome as PreviewOutcome.Refused)?.Code, Is.Not.Null.And.EqualTo((order as SubmitOutcome.Rejected)?.Code));
    }

    [Test]
    public async Task Same_question_may_be_asked_again_and_its_order_may_be_sent_after_it()
    {
        var ticket = Limit();
        var first = await Preview.Preview(ticket, default);
        Assert.That(await Preview.Preview(ticket, default), Is.EqualTo(first));

        Assert.That(await Broker.Submit(ticket, default), Is.TypeOf<SubmitOutcome.Accepted>());

        var works = (await Broker.Snapshot(default)).WorkingOrders.Single();
        Assert.That((works.ClientOrderId, works.Quantity), Is.EqualTo((ticket.ClientOrderId, ticket.Quantity)));
    }

    [Test]
    public async Task Question_beside_a_working_order_changes_nothing_of_it()
    {
        var ticket = Limit();
        await Broker.Submit(ticket, default);
        var before = (await Broker.Snapshot(default)).WorkingOrders.Single();

        Assert.That(await Preview.Preview(Limit(), default), Is.TypeOf<PreviewOutcome.Told>());
        Assert.That(await Preview.Preview(ticket, default), Is.TypeOf<PreviewOutcome.Told>());

        var after = (await Broker.Snapshot(default)).WorkingOrders.Single();
        Assert.That((after.VenueOrderId, after.Quantity, after.Status),
            Is.EqualTo((before.VenueOrderId, before.Quantity, before.Status)));
    }
}
