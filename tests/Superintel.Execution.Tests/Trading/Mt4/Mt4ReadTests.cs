using System.Net;
using System.Text;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Kernel;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4;

/// <summary>Names, settings, and bytes from outside.</summary>
public sealed class Mt4ReadTests
{
    private const string Order = """
        {"clientOrderId":"abc","state":"FILLED","ticket":12,"symbol":"EURUSD","side":"BUY","lots":"0.10","filledLots":"0.10",
        "openPrice":"1.08499","openTime":"2026-01-05T10:00:00Z","commission":"0.7","comment":""}
        """;

    [Test]
    public void Order_is_read_with_every_digit()
    {
        var answer = Mt4Client.Read<Mt4Order>(HttpStatusCode.OK, Encoding.UTF8.GetBytes(Order));
        Assert.That((answer.Value!.Lots, answer.Value.OpenPrice, answer.Value.Ticket), Is.EqualTo((0.10m, (decimal?)1.08499m, (long?)12)));
    }

    [TestCase(504, "UNKNOWN", Mt4FailureKind.Unknown)]
    [TestCase(503, "NOT_PLACED", Mt4FailureKind.NotDone)]
    [TestCase(503, "UNKNOWN", Mt4FailureKind.Unknown)]
    [TestCase(422, "NOT_PLACED", Mt4FailureKind.Rejected)]
    [TestCase(429, "NOT_PLACED", Mt4FailureKind.NotDone)]
    [TestCase(404, null, Mt4FailureKind.NotFound)]
    [TestCase(422, "UNKNOWN", Mt4FailureKind.Unknown)]
    [TestCase(409, "UNKNOWN", Mt4FailureKind.Unknown)]
    [TestCase(422, null, Mt4FailureKind.Unknown)]
    [TestCase(429, null, Mt4FailureKind.Unknown)]
    [TestCase(400, null, Mt4FailureKind.Rejected)]
    public void Failure_proves_no_more_than_the_bridge_says(int status, string? outcome, Mt4FailureKind kind)
    {
        var word = outcome is null ? "null" : $"\"{outcome}\"";
        var body = $"{{\"error\":{{\"code\":\"X\",\"mtCode\":128,\"message\":\"m\",\"retryable\":false,\"outcome\":{word}}}}}";
        Assert.That(Mt4Client.Read<Mt4Order>((HttpStatusCode)status, Encoding.UTF8.GetBytes(body)).Failure!.Kind, Is.EqualTo(kind));
    }

    [TestCase("NOT_PLACED", Mt4FailureKind.NotDone)]
    [TestCase("UNKNOWN", Mt4FailureKind.Unknown, Description = "what may have been placed is not sent again, whatever else is said")]
    public void Refusal_that_the_bridge_calls_retryable_may_be_sent_again(string outcome, Mt4FailureKind kind)
    {
        var body = $"{{\"error\":{{\"code\":\"PRICE\",\"mtCode\":138,\"message\":\"m\",\"retryable\":true,\"outcome\":\"{outcome}\"}}}}";
        Assert.That(Mt4Client.Read<Mt4Order>((HttpStatusCode)422, Encoding.UTF8.GetBytes(body)).Failure!.Kind, Is.EqualTo(kind));
    }

    [TestCase(200, "<html>", Mt4FailureKind.Unknown)]
    [TestCase(500, "", Mt4FailureKind.Unknown)]
    [TestCase(502, "bad gateway", Mt4FailureKind.Unknown)]
    [TestCase(401, "", Mt4FailureKind.Rejected)]
    public void Body_the_contract_does_not_know_is_never_evidence_of_a_fill(int status, string body, Mt4FailureKind kind) =>
        Assert.That(Mt4Client.Read<Mt4Order>((HttpStatusCode)status, Encoding.UTF8.GetBytes(body)).Failure!.Kind, Is.EqualTo(kind));

    [TestCase("{}")]
    [TestCase("""{"events":null,"lastSeq":1}""")]
    [TestCase("""{"events":[null],"lastSeq":1}""")]
    [TestCase("""{"events":[{"seq":1,"type":"order","at":"2026-01-05T10:00:00Z","order":{"state":"FILLED"}}],"lastSeq":1}""")]
    [TestCase("""{"events":[{"seq":1,"order":{"state":"FILLED","symbol":"EURUSD","side":"BUY","lots":"-1"}}],"lastSeq":1}""")]
    public void Events_that_say_nothing_are_none(string body) => Assert.That(
        Mt4Client.Read<Mt4Events>(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body)).Failure!.Code, Is.EqualTo("unreadable"));

    [TestCase(10_000)]
    [TestCase(1_000_000, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    public void Damaged_bodies_end_in_a_code_and_never_in_an_exception(int rounds)
    {
        var draw = new Random(20260105);
        var original = Encoding.UTF8.GetBytes(Order);
        for (var i = 0; i < rounds; i++)
        {
            var bytes = (byte[])original.Clone();
            for (var hits = draw.Next(1, 6); hits > 0; hits--) bytes[draw.Next(bytes.Length)] = (byte)draw.Next(256);
            var cut = bytes.AsSpan(0, draw.Next(4) == 0 ? draw.Next(bytes.Length) : bytes.Length);
            var answer = Mt4Client.Read<Mt4Order>(draw.Next(2) == 0 ? HttpStatusCode.OK : HttpStatusCode.GatewayTimeout, cut);
            Assert.That(answer.IsGiven, Is.EqualTo(answer.Failure is null));
        }
    }

    [Test]
    public void Name_of_an_order_fits_a_comment_and_comes_back([Values(0, 1, 2, 9, 10, 35, 36, 71, 501, 1295)] int attempt)
    {
        var id = ClientOrderId.For(new DecisionId($"d{attempt}"), attempt % 2, attempt);
        Assert.That(Mt4Name.Of(id), Has.Length.LessThanOrEqualTo(Mt4Name.Longest));
        Assert.That(Mt4Name.Read(Mt4Name.Of(id)!), Is.EqualTo(id));
    }

    [TestCase("xxxxxxxxxxxxxxxxxxxxxxxxx")]
    [TestCase("oaaaaaaaaaaaaaaaaaaaa-0-1296")]
    [TestCase("oaaaaaaaaaaaaaaaaaaaa012")] // is read as leg 0, attempt 38
    public void Name_that_does_not_fit_is_refused(string name) => Assert.That(Mt4Name.Of(new ClientOrderId(name)), Is.Null);

    [TestCase("oaaaaaaaaaaaaaaaaaaaaxx")]
    [TestCase("oaaaaaaaaaaaaaaaaaaaa-0-")]
    [TestCase("oaaaaaaaaaaaaaaaaaaaa009")] // one digit is enough for a nine
    [TestCase("a person's own remark 12")]
    public void Name_of_somebody_elses_order_is_told_as_it_is(string name)
    {
        Assert.That(Mt4Name.Read(name).Value, Is.EqualTo(name));
        Assert.That(Mt4Name.Of(new ClientOrderId(name)), Is.EqualTo(name));
    }

    [Test]
    public void Token_is_demanded_and_never_printed()
    {
        Assert.That(() => Mt4Module.Checked(new Mt4Options(), _ => null),
            Throws.ArgumentException.With.Message.Contains("MT4_BRIDGE_TOKEN"));
        var options = Mt4Module.Checked(new Mt4Options(), _ => "a-secret");
        Assert.That(options.Bridge.Token, Is.EqualTo("a-secret"));
        Assert.That($"{options} {options.Bridge}", Does.Not.Contain("a-secret"));
    }

    [Test]
    public void Bridge_elsewhere_needs_tls()
    {
        var options = new Mt4Options { Bridge = new Mt4ClientOptions { Url = new Uri("http://bridge.example:8005") } };
        Assert.That(() => Mt4Module.Checked(options, _ => "t"), Throws.ArgumentException.With.Message.Contains("https"));
    }
}
