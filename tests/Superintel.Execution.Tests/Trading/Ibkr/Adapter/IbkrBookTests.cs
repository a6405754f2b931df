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
}
