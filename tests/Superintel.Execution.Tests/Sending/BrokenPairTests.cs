using Grpc.Core;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Tests.Service;
using Superintel.Execution.Trading;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>One pair order that cannot be stored any more keeps neither a halt nor the others from going on.</summary>
public sealed class BrokenPairTests : HeldVenueFixture
{
    [Test]
    public async Task Halt_takes_back_all_that_works_though_one_pair_breaks_every_look()
    {
        await Service.Deliver(Cleared());
        await Service.Deliver(Other(Cleared(Decision(1))));
        await UntilStates("all legs work", "Accepted", "Accepted", "Accepted", "Accepted");
        await Break(Cleared());
        var halt = new TradingStateChanged("halted", false, "fire", "ada", 1, Fakes.Given.Start);
        Assert.That(() => Service.DeliverByGrpc(halt), Throws.InstanceOf<RpcException>(), "it is in force before it is stored");

        await Eventually.True(
            () => Held.Canceled.Select(order => order.ClientOrderId).Distinct().Count() == 4, "everything is taken back");
        await Eventually.True(async () => (await States())[2..].All(state => state == "Canceled"), "and the other pair ends");
    }

    [Test]
    public async Task Pair_that_breaks_every_look_is_told_once_and_the_others_go_on()
    {
        await Service.Deliver(Cleared());
        await UntilStates("both legs work", "Accepted", "Accepted");
        await Sql("UPDATE execution.pair_order SET status = 'Failing', detail = 'It cannot go on.'");
        await Break(Cleared());
        await Eventually.True(async () => await Told() == 1, "a person is told");
        await Service.Deliver(Other(Cleared(Decision(1))));

        await UntilStates("the others leave", "Accepted", "Accepted", "Accepted", "Accepted");
        Held.Tell(new BrokerEvent.Expired(Held.Submitted[3].ClientOrderId, Fakes.Given.Start, "No more to be had."));
        await UntilStates("the others are tended", "Accepted", "Accepted", "Canceled", "Expired");
        Assert.That(await Told(), Is.EqualTo(1));
    }

    private Task Break(OrderCleared cleared) => Sql($"""
        CREATE FUNCTION public.fail_always() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'this pair cannot be stored' USING ERRCODE = '22003'; END $$;
        CREATE TRIGGER fail_always BEFORE INSERT OR UPDATE ON execution.pair_order FOR EACH ROW
        WHEN (NEW.clearance_id = '{cleared.ClearanceId}') EXECUTE FUNCTION public.fail_always();
        """);

    private async Task<long> Told() => (long)(await Sql(
        "SELECT count(*) FROM execution.outbox WHERE type = 'OrderAlertRaised' AND position('pair-stuck' in payload::text) > 0"))!;
}
