using Npgsql;
using Superintel.Execution.Tests.Crash;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Tests.Service;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Orders that were taken up and that no venue was called for, while the process that took them up still lives.</summary>
public sealed class UncalledOrderTests : HeldVenueFixture
{
    [Test]
    public async Task Orders_that_wait_in_the_lane_of_a_venue_that_hangs_are_given_back_when_the_service_is_stopped()
    {
        Held.BeforeSubmit = HeldVenue.Never;
        await Service.Deliver(Cleared());
        await Eventually.True(() => Held.Submitted.Count == 1, "the first leg is called");
        await Service.Deliver(Other(Cleared(Decision(1))));
        await UntilStates("all are taken up", "Submitted", "Submitted", "Submitted", "Submitted");
        await Service.DisposeAsync();
        Assert.That(await States(), Is.EqualTo(new[] { "Submitted", "Initialized", "Initialized", "Initialized" }));

        Service = Run();
        await Eventually.True(() => Held.Submitted.Count == 2, "what had not left leaves");
        Assert.That(
            Held.Submitted.Select(ticket => ticket.Instrument.ToString()), Is.EquivalentTo(new[] { "AA.XNYS", "BB.XNYS" }),
            "and the leg of the pair whose first was never seen does not");
    }

    [Test]
    public async Task Second_leg_leaves_though_the_store_failed_while_the_first_was_recorded()
    {
        await Sql("""
            CREATE SEQUENCE public.faults;
            GRANT ALL ON SEQUENCE public.faults TO PUBLIC;
            CREATE FUNCTION public.fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('public.faults') = 1 THEN RAISE EXCEPTION 'the store is out of order' USING ERRCODE = '53100'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER fail_once BEFORE INSERT OR UPDATE ON execution.trade_order FOR EACH ROW
            WHEN (NEW.state = 'Accepted') EXECUTE FUNCTION public.fail_once();
            """);
        await Service.Deliver(Cleared());

        await UntilStates("both legs work", "Accepted", "Accepted");
        Assert.That(Held.Submitted.Select(ticket => ticket.Instrument.ToString()), Is.EqualTo(new[] { Ko, Pg }), "each once");
    }

    [Test]
    public async Task Orders_whose_taking_up_was_stored_without_an_answer_leave_once()
    {
        await Service.DisposeAsync();
        var (store, left) = (Database.ConnectionString, 2);
        await using var wire = new StoreWire(
            Postgres, moment => moment == KillMoment.AfterCommit && IsTakenUp(store) && Held.Submitted.Count == 0
                && Interlocked.Decrement(ref left) >= 0);
        Service = Run(wire.Connection);
        await Service.Deliver(Cleared());

        await UntilStates("both legs work", "Accepted", "Accepted");
        Assert.That(left, Is.Not.EqualTo(2), "an answer was lost");
        Assert.That(Held.Submitted.Select(ticket => ticket.Instrument.ToString()), Is.EqualTo(new[] { Ko, Pg }), "each once");
        await Service.DisposeAsync();
    }

    private static bool IsTakenUp(string store)
    {
        using var source = NpgsqlDataSource.Create(store);
        using var command = source.CreateCommand("SELECT count(*) FROM execution.trade_order WHERE state = 'Submitted'");
        return (long)command.ExecuteScalar()! > 0;
    }
}
