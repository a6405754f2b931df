using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;

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
        var answer = IbkrAbsence.Judge(Reference(Now.AddSeconds(-seconds)), book.Find("o1"), session, Now, Now);
        Assert.That(answer, proof ? Is.InstanceOf<QueryOutcome.NotPlaced>() : Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    [Test]
    public void Absence_of_an_order_of_yesterday_proves_nothing() =>
        Assert.That(IbkrAbsence.Judge(Reference(Now.AddDays(-1)), null, 1, Now, Now), Is.InstanceOf<QueryOutcome.Unavailable>());

    private static OrderReference Reference(DateTimeOffset created) =>
        new("ibkr", "DU1", new ClientOrderId("o1"), InstrumentId.Parse("KO.XNYS"), null, created);
}
