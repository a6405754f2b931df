using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Control;

public sealed class AdmissionTests : OneVenueFixture
{
    [Test]
    public async Task Clearance_at_its_expiry_is_denied()
    {
        Desk.Clock.Set(Start.AddMinutes(5));
        await Denied(Cleared(), "clearance-expired");
    }

    [Test]
    public async Task Clearance_that_was_denied_is_used_up()
    {
        Desk.Clock.Set(Start.AddMinutes(5));
        await Desk.Place.Handle(Cleared(), default);
        Desk.Clock.Set(Start);
        await Denied(Cleared(), "clearance-reused");
    }

    [Test]
    public async Task Halted_desk_denies_an_exit_as_well([Values("open", "close")] string intent)
    {
        await Switch("halted");
        await Denied(Cleared(intent: intent), "trading-halted");
    }

    [Test]
    public async Task Reduce_only_desk_denies_an_entry()
    {
        await Switch("reduce-only");
        await Denied(Cleared(), "reduce-only");
    }

    [Test]
    public async Task Reduce_only_desk_lets_an_exit_through()
    {
        await Switch("reduce-only");
        await Desk.Work(Cleared(intent: "close"));

        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Older_word_of_the_kill_switch_is_ignored()
    {
        await Desk.Follow.Handle(new TradingStateChanged("halted", false, "", "user", 2, Start), default);
        await Desk.Follow.Handle(new TradingStateChanged("active", false, "", "user", 1, Start), default);

        Assert.That((await Desk.Control.Get(default)).State, Is.EqualTo(TradingState.Halted));
    }

    [Test]
    public async Task Unlisted_instrument_is_denied()
    {
        Desk = new Desk(Broker);
        await Denied(Cleared(), "unknown-instrument");
    }

    [Test]
    public async Task Index_has_no_route()
    {
        await Desk.List(Listed(Ko, "index", tradable: false));
        await Denied(Cleared(), "no-route");
    }

    [Test]
    public async Task Class_of_a_later_version_has_no_route()
    {
        await Desk.List(Listed(Ko, "swaption"));
        await Denied(Cleared(), "no-route");
    }

    [Test]
    public async Task Class_that_the_configuration_leaves_out_has_no_route()
    {
        Desk = await Desk.Open(Broker, new ExecutionOptions { Routes = new Dictionary<string, string> { ["fx"] = "paper" } });
        await Denied(Cleared(), "no-route");
    }

    [Test]
    public async Task Instrument_whose_position_differs_takes_no_new_risk()
    {
        await Desk.Blocked.Replace([new BlockedInstrument("paper", "paper", Pair.A, 0m, 10m, Start)], default);
        await Denied(Cleared(), "position-mismatch");
    }

    [Test]
    public async Task Instrument_with_an_unknown_outcome_takes_no_order()
    {
        Broker.OnSubmit = _ => new SubmitOutcome.Unknown("timeout");
        await Desk.Work(Cleared());
        await Denied(Cleared(Decision(1)), "outcome-unknown");
    }

    [Test]
    public void Clearance_that_breaks_its_promise_is_no_clearance()
    {
        var broken = Cleared() with { Legs = [new OrderLeg(0, Pg, "buy", 1m, 1m, "USD")] };

        Assert.That(async () => await Desk.Place.Handle(broken, default), Throws.ArgumentException);
    }

    private Task Switch(string state) => Desk.Follow.Handle(new TradingStateChanged(state, false, "test", "user", 1, Start), default);

    private async Task Denied(OrderCleared cleared, string code)
    {
        Desk.Events.Forget();
        await Desk.Place.Handle(cleared, default);
        var sent = Broker.Submitted.Count;
        await Desk.Dispatch.Handle(default);

        Assert.That(Desk.Events.All, Has.Count.EqualTo(1));
        Assert.That(Desk.Events.Of<OrderDenied>().Single().Code, Is.EqualTo(code));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(sent));
    }
}
