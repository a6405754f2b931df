using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Service.Adapters.Signals;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Memory;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Tests.Stores;

internal abstract class SignalsContract : StoreContract<ISignals>
{
    private static readonly PairId Pair = PairId.Parse("KO.XNYS~PG.XNYS");

    [Test]
    public async Task Signal_reads_back_with_all_its_contributions_and_digits()
    {
        var signal = Signal("d-exact", Pair, 1);

        await With(store => store.Append(signal, default));
        var read = await With(store => store.Find(new DecisionId("d-exact"), default));

        Assert.That(read! with { Contributions = [] }, Is.EqualTo(signal with { Contributions = [] }));
        Assert.That(read.Contributions, Is.EqualTo(signal.Contributions));
    }

    [Test]
    public async Task Signal_that_was_never_given_is_null() =>
        Assert.That(await With(store => store.Find(new DecisionId("d-nobody"), default)), Is.Null);

    [Test]
    public async Task Signal_with_a_known_decision_is_left_as_it_is()
    {
        await With(store => store.Append(Signal("d-twice", Pair, 1), default));
        await With(store => store.Append(Signal("d-twice", Pair, 1) with { Reason = "another" }, default));

        Assert.That((await With(store => store.Find(new DecisionId("d-twice"), default)))!.Reason, Is.EqualTo("because"));
    }

    [Test]
    public async Task Signals_are_listed_newest_first_page_by_page_without_gap_or_repeat()
    {
        var pair = PairId.Parse("A.PAGE~B.PAGE");
        foreach (var (id, day) in new[] { ("d3", 3), ("d2b", 2), ("d2a", 2), ("d2C", 2), ("d1", 1) })
            await With(store => store.Append(Signal(id, pair, day), default));
        await With(store => store.Append(Signal("d-other", Pair, 9), default));

        var listed = new List<string>();
        SignalPosition? after = null;
        while (true)
        {
            var page = await With(store => store.Latest(pair, after, 2, default));
            if (page.Count == 0) break;
            listed.AddRange(page.Select(signal => signal.DecisionId));
            after = new SignalPosition(page[^1].OccurredAt, page[^1].DecisionId);
        }

        Assert.That(listed, Is.EqualTo(new[] { "d3", "d2C", "d2a", "d2b", "d1" }));
        Assert.That((await With(store => store.Latest(null, null, 1, default)))[0].DecisionId, Is.EqualTo("d-other"));
    }

    private static SignalGenerated Signal(string decision, PairId pair, int day) => new(
        decision, pair.ToString(), pair.A.ToString(), pair.B.ToString(), "1d", new DateTimeOffset(2001, 1, day, 21, 0, 0, TimeSpan.Zero),
        "open", 0.1 + 0.2, 1.0 / 3, 0.8, 1e-17, -0.03, -2.1, 0.007, 5.5, 6.25, 12.3450m, 98.7m, "pair-spread/1", "f1", "r1", "because",
        [new("rolling-z-score", "spread", 1, 0.3, 0.9, 5, "z"), new("lstm", "momentum", 0, null, null, null, "code: detail")]);

    internal sealed class OfMemory : SignalsContract
    {
        protected override Task<IOpens<ISignals>> Create() =>
            Task.FromResult<IOpens<ISignals>>(new InMemory<ISignals>(new MemorySignals()));
    }

    internal sealed class OfPostgres : SignalsContract
    {
        protected override Task<IOpens<ISignals>> Create() => InPostgres<ISignals>.Create((_, session) => new PostgresSignals(session));
    }
}
