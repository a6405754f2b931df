using Superintel.AppHost.Local.Probes;

namespace Superintel.AppHost.Tests.Probes;

public sealed class HttpProbeTests
{
    private const string Json = "application/json; charset=utf-8";

    [TestCase("200 OK", Json, """{"status":"healthy","checks":{"postgres":"healthy"}}""", "")]
    [TestCase("200 OK", Json, """{"status":"degraded","checks":{"venue-x":"degraded","postgres":"healthy","bus":"degraded"}}""",
        "bus venue-x")]
    [TestCase("200 OK", Json, """{"version":3}""", "")]
    [TestCase("200 OK", "text/html", "<p>degraded</p>", "")]
    [TestCase("302 Found", "text/plain", "", "")]
    public async Task Part_that_answers_is_ready_and_names_what_it_works_without(
        string status, string type, string body, string missing)
    {
        await using var server = new OneAnswer(status, type, body);
        var answer = await new HttpProbe(server.Address).Ask(default);
        Assert.That((answer.Complaint, string.Join(' ', answer.Missing)), Is.EqualTo(((string?)null, missing)));
    }

    [TestCase("503 Service Unavailable", """{"status":"unhealthy","checks":{"postgres":"unhealthy"}}""", "503")]
    [TestCase("200 OK", """{"status":""", "JSON")]
    public async Task Part_whose_answer_is_no_readiness_is_not_ready_and_the_complaint_says_why(string status, string body, string why)
    {
        await using var server = new OneAnswer(status, Json, body);
        Assert.That((await new HttpProbe(server.Address).Ask(default)).Complaint, Does.Contain(why));
    }

    [Test]
    public async Task Answer_beyond_all_measure_is_not_read()
    {
        await using var server = new OneAnswer("200 OK", Json, new string(' ', 1 << 17));
        Assert.That((await new HttpProbe(server.Address).Ask(default)).Complaint, Does.Contain("65536"));
    }
}
