using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>What a failure before the first byte of an order means.</summary>
public sealed class IbkrAwayTests
{
    [TestCase(101, "Max number of tickers has been reached")]
    [TestCase(162, "Historical Market Data Service error message: pacing violation")]
    [TestCase(309, "Max number of market depth requests has been reached")]
    [TestCase(320, "Server error when reading an API client request")]
    [TestCase(322, "Error processing request: server error")]
    [TestCase(323, "Server error")]
    [TestCase(420, "Invalid real-time query: pacing violation")]
    [TestCase(504, "Not connected")]
    [TestCase(77777, "a number that nobody has heard of")]
    public void Question_that_is_refused_in_passing_leaves_the_order_for_another_time(int number, string text) =>
        Assert.That(IbkrAway.Answer(Refused(number, text)), Is.InstanceOf<SubmitOutcome.Deferred>());

    [TestCase(200, "contract-unknown")]
    [TestCase(203, "request-refused")]
    [TestCase(321, "request-refused")]
    public void Contract_or_question_that_is_wrong_rejects_the_order(int number, string code) =>
        Assert.That(
            IbkrAway.Answer(Refused(number, "no")), Is.InstanceOf<SubmitOutcome.Rejected>().With.Property("Code").EqualTo(code));

    [TestCase("contract-unsupported", true)]
    [TestCase("symbol-unknown", true)]
    [TestCase("request-timeout", false)]
    [TestCase("not-connected", false)]
    public void Word_of_our_own_says_whether_it_lasts(string code, bool isLasting) =>
        Assert.That(IbkrAway.Answer(new TwsException(code, "so")) is SubmitOutcome.Rejected, Is.EqualTo(isLasting));

    private static TwsException Refused(int number, string text) =>
        new(TwsErrors.RefusalOf(number, text), text, mayHaveLeft: true, venueCode: number);
}
