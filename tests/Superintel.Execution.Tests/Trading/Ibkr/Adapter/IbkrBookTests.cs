using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

public sealed class IbkrBookTests
{
    private const int Ours = 7;
    private static readonly TwsContract Coke = TwsContract.Stock("KO", "USD");

    [Test]
    public void Order_number_of_another_name_is_another_order()
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "first" }, 1, default);
        var second = new OpenOrder(2, Coke, new OrderTerms { OrderRef = "second" }, Ours, 99, new OrderStateData { Status = "Submitted" });
        book.Heard(second, Ours);
        Assert.That(book.Find("first")!.IsAnswered, Is.False);
        Assert.That(book.Find("second")!.PermId, Is.EqualTo(99));
    }

    [Test]
    public void Order_number_of_another_client_is_not_ours()
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "ours" }, 1, default);
        book.Heard(new OpenOrder(2, Coke, new OrderTerms(), 0, 98, new OrderStateData { Status = "Filled" }), Ours);
        Assert.That(book.Find("ours")!.IsAnswered, Is.False);
    }

    [Test]
    public void Order_of_which_nothing_left_is_not_known_and_may_be_sent_under_another_number()
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "ours" }, 1, default);
        book.NotSent(2);
        Assert.That(book.Find("ours"), Is.Null);
        book.Sending(3, Coke, new OrderTerms { OrderRef = "ours" }, 2, default);
        Assert.That(book.Find("ours")!.OrderId, Is.EqualTo(3));
    }

    [Test]
    public void Warning_after_a_rejection_does_not_revive_the_order()
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "ours" }, 1, default);
        book.Refused(2, 201, "insufficient funds");
        book.Refused(2, 399, "a warning");
        Assert.That(book.Find("ours")!.IsRejected, Is.True);
    }

    [Test]
    public void Warning_alone_leaves_the_order_working()
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "ours", Quantity = 5m }, 1, default);
        book.Refused(2, 399, "held until the open");
        Assert.That(book.Find("ours"), Has.Property("IsRejected").False.And.Property("IsCanceled").False);
    }

    [TestCase(0, 0, true, false, TestName = "Inactive alone ends the rest")]
    [TestCase(399, 0, false, false, TestName = "Inactive with a warning is held back")]
    [TestCase(404, 0, false, false, TestName = "Inactive while shares are located is held back")]
    [TestCase(201, 0, false, true, TestName = "Inactive with a rejecting number is rejected")]
    [TestCase(10243, 0, false, true, TestName = "Inactive with an unlisted number is rejected")]
    [TestCase(201, 40, true, false, TestName = "Inactive after a part traded ends the rest")]
    public void Inactive_order_is_judged_by_its_number(int code, int traded, bool canceled, bool rejected)
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "ours", Action = "BUY", Quantity = 100m }, 1, default);
        if (traded > 0) book.Heard(Execution(traded), Ours);
        if (code > 0) book.Refused(2, code, "words");
        book.Heard(new OrderStatus(2, "Inactive", 0m, 0m, 0m, 99, 0, 0m, Ours, "", 0m), Ours);
        Assert.That(book.Find("ours"), Has.Property("IsCanceled").EqualTo(canceled).And.Property("IsRejected").EqualTo(rejected));
    }

    [TestCase("Submitted")]
    [TestCase("PendingCancel")]
    [TestCase("Something new")]
    public void Completed_order_is_over_whatever_it_is_called(string status)
    {
        var book = new IbkrBook();
        book.Heard(new CompletedOrder(Coke, new OrderTerms { OrderRef = "ours", Quantity = 100m }, 99, status, 0m, "", ""));
        Assert.That(book.Find("ours")!.BrokerStatus, Is.EqualTo(Superintel.Execution.Trading.BrokerOrderStatus.Canceled));
    }

    [TestCase(135)]
    [TestCase(10147)]
    [TestCase(103)]
    [TestCase(322)]
    [TestCase(10243)]
    public void Number_that_proves_nothing_is_no_answer(int code)
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "ours", Quantity = 100m }, 1, default);
        book.Refused(2, code, "words");
        Assert.That(book.Find("ours"), Has.Property("IsAnswered").False.And.Property("IsAtVenue").False.And.Property("IsDoubtful").True);
    }

    [Test]
    public void Cancel_that_came_too_late_does_not_revive_a_canceled_order()
    {
        var book = new IbkrBook();
        book.Sending(2, Coke, new OrderTerms { OrderRef = "ours", Quantity = 100m }, 1, default);
        book.Refused(2, 202, "canceled");
        book.Refused(2, 10148, "cannot be cancelled, state: Cancelled");
        Assert.That(book.Find("ours")!.IsCanceled, Is.True);
    }

    [Test]
    public void Status_that_nobody_knows_is_strange_and_the_order_is_at_the_venue()
    {
        var book = new IbkrBook();
        book.Heard(new OpenOrder(2, Coke, new OrderTerms { OrderRef = "o" }, Ours, 99, new OrderStateData { Status = "Dreaming" }), Ours);
        Assert.That(book.Find("o"), Has.Property("IsStrange").True.And.Property("IsAtVenue").True);
    }

    private static Venue.Ibkr.Session.PricedExecution Execution(decimal quantity) => new(
        new ExecutionDetails(
            -1, 2, Coke, "a.01", "20260701 12:00:00 UTC", "DU1", "NYSE", "BOT", quantity, 60m, 99, Ours, quantity, 60m, "ours"), null);
}
