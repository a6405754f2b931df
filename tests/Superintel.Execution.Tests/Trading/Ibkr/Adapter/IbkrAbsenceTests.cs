using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

public sealed class IbkrAbsenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 15, 0, 0, TimeSpan.Zero);

    [TestCase(1, 1, 5, false, TestName = "In its own session after seconds it may be on its way")]
    [TestCase(1, 1, 61, true, TestName = "In its own session after a minute it is not there")]
    [TestCase(1, 2, 5, true, TestName = "In a later session it is on no wire any more")]
    [TestCase(0, 1, 5, true, TestName = "Sent by another process it is on no wire any more")]
    public void Absence_is_proof_only_when_nothing_can_be_on_its_way(int sentIn, int session, int seconds, bool proof)
    {
        var book = new IbkrBook();
        book.Sending(1, new Venue.Ibkr.Messages.Contract(), new OrderTerms { OrderRef = "o1" }, sentIn, Now.AddSeconds(-seconds));
        var answer = IbkrAbsence.Judge(Reference(Now.AddSeconds(-seconds)), book.Find("o1"), session, Now, null, Now);
        Assert.That(answer, proof ? Is.InstanceOf<QueryOutcome.NotPlaced>() : Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    [Test]
    public void Absence_of_an_order_of_yesterday_proves_nothing() =>
        Assert.That(IbkrAbsence.Judge(Reference(Now.AddDays(-1)), null, 1, Now, null, Now), Is.InstanceOf<QueryOutcome.Unavailable>());

    // New York's day has not changed, that of the gateway's machine has; and the other way round.
    [TestCase("2026-07-01T21:30:00Z", "2026-07-01T22:30:00Z", "Europe/Berlin")]
    [TestCase("2026-07-02T03:30:00Z", "2026-07-02T04:30:00Z", "America/Los_Angeles")]
    public void Absence_proves_nothing_when_a_day_has_ended_in_either_zone(string created, string asked, string zone)
    {
        var time = DateTimeOffset.Parse(asked);
        var answer = IbkrAbsence.Judge(Reference(DateTimeOffset.Parse(created)), null, 1, time, TwsTime.FindZone(zone), time);
        Assert.That(answer, Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    private static OrderReference Reference(DateTimeOffset created) =>
        new("ibkr", "DU1", new ClientOrderId("o1"), InstrumentId.Parse("KO.XNYS"), null, created);
}
