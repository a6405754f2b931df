using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Risk.Reasons;
using Superintel.TestKit;
using RiskSizing = Superintel.Contracts.Grpc.RiskV1.Sizing;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>
/// Every reason code, provoked through the running services by events, gRPC books and REST, and read back from the journal with its
/// numbers.
/// </summary>
internal sealed class EveryCodeTests
{
    // Approval asks with the decisions that it approved, and those reach Risk by the same bus as everything else: how long one is not
    // judged cannot be held. Its refusal is read off Risk's own answer.
    private const string AskedDirectly = "verdict-pending";

    private RunningDesk desk = null!;
    private DeskSession session = null!;

    public static IEnumerable<Provocation> Provocations =>
        [.. BookProvocations.All, .. PermissionProvocations.All, .. MarketProvocations.All, .. LimitProvocations.All,
            .. SizingProvocations.All];

    [OneTimeSetUp]
    public async Task Start()
    {
        desk = await RunningDesk.Start();
        session = new DeskSession(desk);
        await session.Open();
    }

    [OneTimeTearDown]
    public async Task Stop() => await desk.DisposeAsync();

    [Test]
    public void Table_of_provocations_leaves_no_code_out() => Assert.That(
        Provocations.Select(one => one.Code).Append(AskedDirectly), Is.EquivalentTo(ReasonCode.All.Select(reason => reason.Code)));

    [TestCaseSource(nameof(Provocations))]
    public async Task Code_that_is_provoked_is_in_the_journal_with_its_numbers(Provocation provocation)
    {
        await session.NextDay();
        var decision = await provocation.Act(session);
        var payload = await desk.Journaled(decision, provocation.Kind);
        if (provocation.Kind == "order-vetoed") Veto(payload, provocation);
        else Refusal(payload, provocation, await desk.Story(decision));
    }

    [Test]
    public async Task Signal_after_a_decision_that_is_not_judged_is_refused_with_its_code()
    {
        await session.NextDay();
        using var channel = GrpcChannel.ForAddress(desk.Risk.Grpc);
        var headers = new Grpc.Core.Metadata { { "authorization", $"Bearer {desk.Risk.Token("approval", "service")}" } };
        var ask = new SizeRequest
        {
            DecisionId = session.NewDecision(),
            PairId = Desk.Pair,
            Intent = "open",
            Direction = 0.8,
            Confidence = 0.7,
            HedgeRatio = 1,
            SpreadVolatility = 0.01,
            ZScore = -2.2,
            HalfLifeBars = 12,
            PriceA = "50",
            PriceB = "40",
            SignalAt = Timestamp.FromDateTimeOffset(session.Now),
        };
        ask.PrecedingDecisionIds.Add("never-judged");
        var reply = await new RiskSizing.SizingClient(channel).SizeAsync(ask, headers);
        Assert.That(
            (reply.RefusalCode, reply.RefusalDetail),
            Is.EqualTo((AskedDirectly, "never-judged was approved before and has no verdict yet.")));
    }

    [Test]
    public async Task Limit_is_moved_by_an_admin_with_his_name_in_the_journal_and_by_no_trader()
    {
        var refused = await desk.Risk.Send(
            HttpMethod.Put, "/api/risk/limits/order-rate", desk.Risk.Token("tom", "trader"), new { value = 31, reason = "faster" });
        var moved = await desk.Risk.Send(
            HttpMethod.Put, "/api/risk/limits/order-rate", desk.Risk.Token("ada", "admin"), new { value = 29, reason = "calm" });
        var told = await Eventually.Get(
            async () => (await desk.Journal("risk-limit-changed"))
                .Where(one => one.GetProperty("by").GetString() is "ada" or "tom").ToArray(),
            changes => changes.Length > 0,
            "the journal has the change");
        Assert.Multiple(() =>
        {
            Assert.That((refused.Status, moved.Status), Is.EqualTo((403, 200)));
            Assert.That(told.Single().GetProperty("by").GetString(), Is.EqualTo("ada"));
            Assert.That(told[0].GetProperty("reason").GetString(), Is.EqualTo("calm"));
            Assert.That(
                (told[0].GetProperty("oldValue").GetDouble(), told[0].GetProperty("newValue").GetDouble()), Is.EqualTo((30.0, 29.0)));
        });
    }

    private static void Refusal(JsonElement payload, Provocation provocation, JsonElement story)
    {
        var told = story.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("kind").GetString() == provocation.Kind);
        var numbers = payload.GetProperty("measures").EnumerateArray().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(payload.GetProperty("riskCode").GetString(), Is.EqualTo(provocation.Code), payload.ToString());
            Assert.That(told.GetProperty("detail").GetString(), Does.Contain(provocation.Code));
            if (!provocation.Measured) return;
            Assert.That(numbers, Is.Not.Empty, payload.ToString());
            foreach (var number in numbers)
                Assert.That(told.GetProperty("detail").GetString(), Does.Contain(number.GetProperty("name").GetString()!));
        });
    }

    private static void Veto(JsonElement payload, Provocation provocation)
    {
        var code = provocation.Code;
        var reasons = payload.GetProperty("reasons").EnumerateArray().Where(one => one.GetProperty("code").GetString() == code).ToArray();
        Assert.That(reasons, Is.Not.Empty, payload.ToString());
        var stages = payload.GetProperty("stages").EnumerateArray()
            .Where(stage => stage.GetProperty("codes").EnumerateArray().Any(one => one.GetString() == code)).ToArray();
        Assert.That(stages, Has.Length.EqualTo(1), $"one stage says {code}: {payload}");
        Assert.Multiple(() =>
        {
            Assert.That(stages[0].GetProperty("outcome").GetString(), Is.EqualTo("vetoed"));
            Assert.That(reasons.Select(one => one.GetProperty("detail").GetString()), Is.All.Not.Empty);
        });
        if (!provocation.Measured) return;
        var inputs = stages[0].GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("value").GetDouble()).ToArray();
        foreach (var reason in reasons)
        {
            var (value, limit) = (reason.GetProperty("value").GetDouble(), reason.GetProperty("limit").GetDouble());
            Assert.That(inputs, Does.Contain(value), "the stage shows the number it said no by");
            // A history is too short, a wall begins at its multiple; every other number is above its limit.
            if (code == "insufficient-history") Assert.That(value, Is.LessThan(limit));
            else if (code == "book-wall") Assert.That(value, Is.GreaterThanOrEqualTo(limit));
            else Assert.That(value, Is.GreaterThan(limit));
        }
    }
}
