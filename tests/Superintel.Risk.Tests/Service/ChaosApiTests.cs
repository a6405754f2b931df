namespace Superintel.Risk.Tests.Service;

/// <summary>Drawn scenarios and simulations over REST.</summary>
internal sealed class ChaosApiTests : RiskApiFixture
{
    [Test]
    public async Task Scenarios_name_those_that_are_drawn()
    {
        var reply = await Risk.Send(HttpMethod.Get, "/api/risk/scenarios", Risk.Token("vic", "viewer"));
        var names = reply.Body.GetProperty("models").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ToArray();
        Assert.That(names, Does.Contain("jump-diffusion").And.Contain("liquidity-dry-up"));
    }

    [Test]
    public async Task Drawn_scenario_on_an_empty_book_loses_nothing()
    {
        var reply = await Risk.Send(HttpMethod.Post, "/api/risk/stress", Risk.Token("vic", "viewer"), "{\"scenario\":\"flash-crash\"}");
        Assert.That((reply.Status, reply.Body.GetProperty("loss").GetDecimal()), Is.EqualTo((200, 0m)));
    }

    [Test]
    public async Task Simulation_of_an_empty_book_tells_tiers_and_limits()
    {
        var reply = await Risk.Send(
            HttpMethod.Post, "/api/risk/chaos", Risk.Token("tom", "trader"), "{\"paths\":100,\"steps\":10,\"seed\":3}");
        Assert.Multiple(() =>
        {
            Assert.That(reply.Status, Is.EqualTo(200));
            Assert.That(reply.Body.GetProperty("tiers").EnumerateArray().Select(one => one.GetProperty("tier").GetString()),
                Is.EqualTo(new[] { "pause-entries", "reduce-only", "flatten", "stop" }));
            Assert.That(reply.Body.GetProperty("limits").GetArrayLength(), Is.GreaterThan(3));
            Assert.That(reply.Body.GetProperty("drawdown").GetProperty("worst").GetDouble(), Is.Zero);
        });
    }

    [TestCase("{\"model\":\"crisis-2008\"}", 404, "scenario-unknown")]
    [TestCase("{\"paths\":20001}", 400, "chaos-invalid")]
    [TestCase("{\"steps\":0}", 400, "chaos-invalid")]
    public async Task Simulation_that_is_out_of_bounds_is_refused(string body, int status, string code)
    {
        var reply = await Risk.Send(HttpMethod.Post, "/api/risk/chaos", Risk.Token("tom", "trader"), body);
        Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task Flat_book_needs_no_hedge()
    {
        var reply = await Risk.Send(HttpMethod.Get, "/api/risk/hedges?instruments=AAA.XNYS", Risk.Token("vic", "viewer"));
        Assert.That((reply.Status, reply.Body.GetProperty("hedges").GetArrayLength()), Is.EqualTo((200, 0)));
    }

    [TestCase("", 400, "instruments-invalid")]
    [TestCase("instruments=tulips", 400, "instruments-invalid")]
    [TestCase("instruments=TUL.NOWHERE", 404, "unknown-instrument")]
    [TestCase("instruments=AAA.XNYS&volatility=9", 400, "terms-invalid")]
    public async Task Hedge_that_makes_no_sense_is_refused(string query, int status, string code)
    {
        var reply = await Risk.Send(HttpMethod.Get, $"/api/risk/hedges?{query}", Risk.Token("vic", "viewer"));
        Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task Simulation_is_refused_to_a_viewer() => Assert.That(
        (await Risk.Send(HttpMethod.Post, "/api/risk/chaos", Risk.Token("vic", "viewer"), "{}")).Status,
        Is.EqualTo(403));
}
