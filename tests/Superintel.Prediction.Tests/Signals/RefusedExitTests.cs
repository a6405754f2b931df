using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Signals;

/// <summary>A close that a later gate refused is asked for again, until Risk says that nothing is held.</summary>
internal sealed class RefusedExitTests
{
    private static readonly PlantedMarket Market = PlantedMarket.Of(7, bars: 400, walks: 3, ties: 2);

    [TestCase("sizing-unavailable", "")]
    [TestCase("sizing-refused", "order-in-flight")]
    [TestCase("lapsed", "")]
    public async Task Close_that_was_declined_is_asked_for_again_at_the_next_slice(string code, string risk)
    {
        var (run, close, bar) = await UntilTheFirstClose();
        await Decline(run, close, code, risk);
        await run.Feed(Market.Slice(bar + 1));

        var again = run.Signals.Single(signal => signal.PairId == close.PairId && signal.OccurredAt > close.OccurredAt);
        Assert.Multiple(() =>
        {
            Assert.That((again.Intent, again.HedgeRatio), Is.EqualTo(("close", close.HedgeRatio)));
            Assert.That(again.DecisionId, Is.Not.EqualTo(close.DecisionId));
            Assert.That(again.PriceA, Is.EqualTo(Market.Slice(bar + 1).Bars.Single(b => b.InstrumentId == close.InstrumentA).Close));
            Assert.That(again.Reason, Does.Contain(close.DecisionId));
            Assert.That(run.Scored[^1].DecisionIds, Does.Contain(again.DecisionId), "the replay waits for it");
        });
        await run.Feed(Market.Slice(bar + 2));
        Assert.That(Of(run, close.PairId).Count(signal => signal.OccurredAt > again.OccurredAt), Is.Zero, "asked once per refusal");
    }

    [TestCase("declined", "")]
    [TestCase("sizing-refused", "no-position")]
    [TestCase("sizing-refused", "invalid-signal")]
    public async Task Close_with_nothing_to_gain_by_a_repeat_is_not_repeated(string code, string risk)
    {
        var (run, close, bar) = await UntilTheFirstClose();
        await Decline(run, close, code, risk);
        await run.Feed(Market.Slice(bar + 1));
        Assert.That(Of(run, close.PairId)[^1], Is.EqualTo(close));
    }

    [Test]
    public async Task Veto_denial_and_failed_orders_of_a_close_are_repeated_but_not_what_was_half_filled()
    {
        var (run, close, bar) = await UntilTheFirstClose();
        var (handler, at) = (run.Prediction.RememberRefusedExit, close.OccurredAt);
        async Task<int> Closes()
        {
            await run.Feed(Market.Slice(++bar));
            return Of(run, close.PairId).Count(signal => signal.Intent == "close");
        }

        await handler.Handle(new OrderVetoed(close.DecisionId, close.PairId, [new("trading-halted", "", null, null)], [], at), default);
        Assert.That(await Closes(), Is.EqualTo(2));
        await handler.Handle(new OrderDenied("c1", close.DecisionId, close.PairId, "clearance-expired", "", at), default);
        Assert.That(await Closes(), Is.EqualTo(3));
        await handler.Handle(new PairOrderClosed(close.DecisionId, "c1", close.PairId, "failed", "", at), default);
        Assert.That(await Closes(), Is.EqualTo(4));
        await handler.Handle(new OrderDenied("c1", close.DecisionId, close.PairId, "clearance-reused", "", at), default);
        await handler.Handle(new PairOrderClosed(close.DecisionId, "c1", close.PairId, "incomplete", "", at), default);
        Assert.That(await Closes(), Is.EqualTo(4));
    }

    [Test]
    public async Task Entry_that_was_refused_is_not_repeated()
    {
        var (run, close, bar) = await UntilTheFirstClose();
        var open = Of(run, close.PairId)[0];
        await Decline(run, open, "sizing-unavailable", "");
        await run.Feed(Market.Slice(bar + 1));
        Assert.That(Of(run, close.PairId)[^1], Is.EqualTo(close));
    }

    [Test]
    public async Task Pair_that_stays_unclosed_is_not_opened_again()
    {
        var (run, close, bar) = await UntilTheFirstClose();
        var last = close;
        for (var next = bar + 1; next < 400; next++)
        {
            await Decline(run, last, "sizing-unavailable", "");
            await run.Feed(Market.Slice(next));
            last = Of(run, close.PairId)[^1];
        }

        Assert.That(Of(run, close.PairId).Skip(1).Select(signal => signal.Intent), Is.All.EqualTo("close"));
        Assert.That(Of(run, close.PairId).Skip(1).Count(), Is.EqualTo(400 - bar));
    }

    private static async Task<(PlantedRun Run, SignalGenerated Close, int Bar)> UntilTheFirstClose()
    {
        var run = new PlantedRun(SmallSettings.Options);
        await run.List(Market);
        for (var bar = 0; bar < 400; bar++)
        {
            await run.Feed(Market.Slice(bar));
            if (run.Signals.FirstOrDefault(signal => signal.Intent == "close") is { } close) return (run, close, bar);
        }

        throw new InvalidOperationException("The planted market closed nothing.");
    }

    private static IReadOnlyList<SignalGenerated> Of(PlantedRun run, string pair) =>
        [.. run.Signals.Where(signal => signal.PairId == pair)];

    private static Task Decline(PlantedRun run, SignalGenerated signal, string code, string risk) =>
        run.Prediction.RememberRefusedExit.Handle(
            new ProposalDeclined("", signal.DecisionId, signal.PairId, code, "", "policy:sizing", signal.OccurredAt, risk),
            CancellationToken.None);
}
