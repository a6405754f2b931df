using System.Net;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class FailureRuleTests
{
    [TestCase(400, -1000, "", FailureKind.OutcomeUnknown)]
    [TestCase(400, -1006, "", FailureKind.OutcomeUnknown)]
    [TestCase(400, -1007, "", FailureKind.OutcomeUnknown)]
    [TestCase(503, -1003, "", FailureKind.OutcomeUnknown)]
    [TestCase(503, -1008, "", FailureKind.NotTaken)]
    [TestCase(408, -1121, "", FailureKind.OutcomeUnknown)]
    [TestCase(429, -1003, "", FailureKind.RateLimited)]
    [TestCase(418, -1003, "", FailureKind.RateLimited)]
    [TestCase(400, -1015, "", FailureKind.RateLimited)]
    [TestCase(400, -1021, "", FailureKind.ClockSkew)]
    [TestCase(400, -1022, "", FailureKind.Authentication)]
    [TestCase(401, -2015, "", FailureKind.Authentication)]
    [TestCase(400, -1013, "Filter failure: LOT_SIZE", FailureKind.Rejected)]
    [TestCase(400, -1102, "", FailureKind.Rejected)]
    [TestCase(400, -2010, "Duplicate order sent.", FailureKind.Duplicate)]
    [TestCase(400, -2010, "Account has insufficient balance for requested action.", FailureKind.Rejected)]
    [TestCase(400, -2011, "Unknown order sent.", FailureKind.OrderNotFound)]
    [TestCase(400, -2013, "Order does not exist.", FailureKind.OrderNotFound)]
    [TestCase(400, -4116, "", FailureKind.Duplicate)]
    public void Code_proves_what_the_documentation_says(int status, int code, string text, FailureKind kind) =>
        Assert.That(FailureRules.Of((HttpStatusCode)status, new ApiError(code, text), TimeSpan.Zero).Kind, Is.EqualTo(kind));

    [TestCase(500, FailureKind.OutcomeUnknown)]
    [TestCase(502, FailureKind.OutcomeUnknown)]
    [TestCase(504, FailureKind.OutcomeUnknown)]
    [TestCase(403, FailureKind.NotTaken)]
    [TestCase(429, FailureKind.RateLimited)]
    [TestCase(400, FailureKind.OutcomeUnknown)]
    public void Answer_without_a_code_is_judged_by_its_status(int status, FailureKind kind) =>
        Assert.That(FailureRules.Of((HttpStatusCode)status, null, TimeSpan.Zero).Kind, Is.EqualTo(kind));
}
