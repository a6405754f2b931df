using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Superintel.Contracts.Grpc.RiskV1;

namespace Superintel.Risk.Tests.Service;

/// <summary>What-if, measures, breakers, the restricted list, histories and books, as a caller sees them.</summary>
internal sealed class GateApiTests : RiskApiFixture
{
    [TestCase("GET", "/api/risk/measures")]
    [TestCase("GET", "/api/risk/breakers")]
    [TestCase("POST", "/api/risk/breakers/drawdown/reset")]
    [TestCase("GET", "/api/risk/restricted")]
    [TestCase("PUT", "/api/risk/restricted/AAA.XNYS")]
    [TestCase("GET", "/api/risk/limits/leverage/history")]
    [TestCase("POST", "/api/risk/what-if")]
    [TestCase("GET", "/api/risk/scenarios")]
    [TestCase("POST", "/api/risk/stress")]
    public async Task Route_without_a_token_is_refused(string method, string path) =>
        Assert.That((await Risk.Send(new HttpMethod(method), path, null)).Status, Is.EqualTo(401));

    [TestCase("POST", "/api/risk/breakers/drawdown/reset", "{\"reason\":\"x\"}")]
    [TestCase("PUT", "/api/risk/restricted/AAA.XNYS", "{\"restricted\":true,\"reason\":\"x\"}")]
    public async Task What_only_a_senior_may_do_is_refused_to_a_trader(string method, string path, string body) =>
        Assert.That((await Risk.Send(new HttpMethod(method), path, Risk.Token("tom", "trader"), body)).Status, Is.EqualTo(403));

    [Test]
    public async Task What_if_gives_the_chain_stage_by_stage_and_stores_nothing()
    {
        var small = await WhatIf(100);
        var large = await WhatIf(5000);
        var verdicts = await Risk.Send(HttpMethod.Get, "/api/risk/verdicts", Risk.Token("vic", "viewer"));
        Assert.Multiple(() =>
        {
            Assert.That(small.GetProperty("verdict").GetString(), Is.EqualTo("cleared"));
            Assert.That(small.GetProperty("stages")[0].GetProperty("outcome").GetString(), Is.EqualTo("no-book"));
            Assert.That(
                large.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()),
                Does.Contain("asset-limit"));
            Assert.That(verdicts.Body.GetProperty("items").GetArrayLength(), Is.Zero);
        });
    }

    [TestCase("{\"pairId\":\"nonsense\",\"intent\":\"open\",\"legs\":[]}", "pair-invalid")]
    [TestCase("{\"pairId\":\"AAA.XNYS~BBB.XNYS\",\"intent\":\"open\",\"legs\":[]}", "legs-invalid")]
    [TestCase("{\"pairId\":\"AAA.XNYS~BBB.XNYS\"", "malformed-json")]
    public async Task What_if_about_no_trade_is_refused(string body, string code)
    {
        var reply = await Risk.Send(HttpMethod.Post, "/api/risk/what-if", Risk.Token("vic", "viewer"), body);
        Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((400, code)));
    }

    [Test]
    public async Task Scenarios_on_an_empty_book_lose_nothing()
    {
        var reply = await Risk.Send(HttpMethod.Get, "/api/risk/scenarios", Risk.Token("vic", "viewer"));
        var scenarios = reply.Body.GetProperty("scenarios").EnumerateArray().ToArray();
        Assert.That(scenarios.Select(one => one.GetProperty("name").GetString()),
            Does.Contain("black-monday-1987").And.Contain("crypto-2022"));
        Assert.That(scenarios.Select(one => one.GetProperty("loss").GetDecimal()), Is.All.Zero);
    }

    [TestCase("{\"scenario\":\"yesterday\"}", 404, "scenario-unknown")]
    [TestCase("{}", 400, "scenario-or-shocks")]
    [TestCase("{\"scenario\":\"crisis-2008\",\"assets\":{\"equity\":-0.1}}", 400, "scenario-or-shocks")]
    [TestCase("{\"scenario\":\"crisis-2008\",\"multiple\":0}", 400, "multiple-invalid")]
    [TestCase("{\"assets\":{\"tulip\":-0.1}}", 400, "shock-invalid")]
    [TestCase("{\"assets\":{\"equity\":-1.1}}", 400, "shock-invalid")]
    [TestCase("{\"currencies\":{\"CHF\":-1}}", 400, "shock-invalid")]
    public async Task Stress_that_makes_no_sense_is_refused(string body, int status, string code)
    {
        var reply = await Risk.Send(HttpMethod.Post, "/api/risk/stress", Risk.Token("vic", "viewer"), body);
        Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task Measures_of_an_empty_book_are_zero()
    {
        var reply = await Risk.Send(HttpMethod.Get, "/api/risk/measures", Risk.Token("vic", "viewer"));
        Assert.Multiple(() =>
        {
            Assert.That(reply.Status, Is.EqualTo(200));
            Assert.That(reply.Body.GetProperty("cvar95").GetDouble(), Is.Zero);
            Assert.That(reply.Body.GetProperty("assets").GetArrayLength(), Is.Zero);
            Assert.That(reply.Body.GetProperty("effectiveAssets").GetDouble(), Is.Zero);
            Assert.That(reply.Body.GetProperty("garchVolatility").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That(reply.Body.GetProperty("liquidity").GetProperty("days").GetDouble(), Is.Zero);
            Assert.That(reply.Body.GetProperty("liquidity").GetProperty("participation").GetDouble(), Is.EqualTo(0.1));
            Assert.That(reply.Body.GetProperty("factors").GetProperty("factors").GetArrayLength(), Is.Zero);
            Assert.That(reply.Body.GetProperty("cash")[0].GetProperty("balance").GetDecimal(), Is.EqualTo(1_000_000m));
        });
    }

    [Test]
    public async Task Breakers_show_what_they_measure_and_a_closed_one_cannot_be_reset()
    {
        var list = await Risk.Send(HttpMethod.Get, "/api/risk/breakers", Risk.Token("vic", "viewer"));
        var reset = await Risk.Send(
            HttpMethod.Post, "/api/risk/breakers/drawdown/reset", Risk.Token("sue", "senior"), new { reason = "nothing to do" });
        Assert.Multiple(() =>
        {
            Assert.That(
                list.Body.GetProperty("breakers").EnumerateArray().Select(one => one.GetProperty("name").GetString()),
                Is.EqualTo(new[] { "daily-loss", "drawdown", "losing-streak" }));
            Assert.That((reset.Status, reset.Body.GetProperty("code").GetString()), Is.EqualTo((404, "breaker-not-found")));
        });
    }

    [Test]
    public async Task Restricted_instrument_is_listed_told_and_taken_off_again()
    {
        var senior = Risk.Token("sue", "senior");
        var on = await Restrict(senior, true);
        var twice = await Restrict(senior, true);
        var off = await Restrict(senior, false);
        var told = (await Risk.Outbox()).Where(id => id.StartsWith("restricted-list-changed/EEE.XNYS/", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(on.Body.GetProperty("instruments")[0].GetProperty("by").GetString(), Is.EqualTo("sue"));
            Assert.That((twice.Status, twice.Body.GetProperty("code").GetString()), Is.EqualTo((409, "restricted-already")));
            Assert.That(off.Body.GetProperty("instruments").GetArrayLength(), Is.Zero);
            Assert.That(told.Count(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Changes_of_a_limit_are_listed_with_who_and_why()
    {
        await Risk.Send(HttpMethod.Put, "/api/risk/limits/order-rate", Risk.Token("sue", "senior"), new { value = 29, reason = "calm" });
        var history = await Risk.Send(HttpMethod.Get, "/api/risk/limits/order-rate/history", Risk.Token("vic", "viewer"));
        var change = history.Body.GetProperty("changes")[0];
        Assert.That(
            (change.GetProperty("oldValue").GetDouble(), change.GetProperty("by").GetString(), change.GetProperty("reason").GetString()),
            Is.EqualTo((30.0, "sue", "calm")));
        var unknown = await Risk.Send(HttpMethod.Get, "/api/risk/limits/nothing/history", Risk.Token("vic", "viewer"));
        Assert.That(unknown.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Book_that_a_feed_tells_is_what_the_next_trade_is_judged_by()
    {
        using var channel = GrpcChannel.ForAddress(Risk.Grpc);
        var headers = new Grpc.Core.Metadata { { "authorization", $"Bearer {Risk.Token("execution", "service")}" } };
        var told = new BookObserved { InstrumentId = "DDD.XNYS", At = Timestamp.FromDateTimeOffset(ServiceMarket.Now) };
        told.Bids.Add(new BookLevel { Price = "80.02", Quantity = "500" });
        told.Asks.Add(new BookLevel { Price = "80.01", Quantity = "500" });
        await new Books.BooksClient(channel).ObserveAsync(told, headers);
        var answer = await WhatIf(10, Desk.OtherPair);
        Assert.That(
            answer.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()),
            Does.Contain("book-invalid"));
    }

    private async Task<System.Text.Json.JsonElement> WhatIf(int quantity, string pair = Desk.Pair)
    {
        var legs = new[] { new { leg = 0, side = "buy", quantity }, new { leg = 1, side = "sell", quantity } };
        var body = new { pairId = pair, intent = "open", legs };
        return (await Risk.Send(HttpMethod.Post, "/api/risk/what-if", Risk.Token("vic", "viewer"), body)).Body;
    }

    private Task<(int Status, System.Text.Json.JsonElement Body)> Restrict(string token, bool restricted) =>
        Risk.Send(HttpMethod.Put, "/api/risk/restricted/EEE.XNYS", token, new { restricted, reason = "merger" });
}
