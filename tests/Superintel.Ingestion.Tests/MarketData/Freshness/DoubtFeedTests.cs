using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Freshness;

/// <summary>A feed that is not to be believed, whatever the age of its bars.</summary>
public sealed class DoubtFeedTests
{
    private static readonly FreshnessLimits Limits = new();
    private static readonly IngestionOptions Options = new();
    private MemoryFreshnessBook book = null!;
    private RecordedEvents events = null!;

    [SetUp]
    public async Task Begin()
    {
        (book, events) = (new MemoryFreshnessBook(), new RecordedEvents());
        var daily = new SeriesFreshness("sample", Some.Id, BarInterval.Day, Some.Day(1), Stale: false);
        var imported = daily with { Feed = "import", Instrument = Some.OtherId, Stale = true };
        await book.Save([daily, daily with { Interval = BarInterval.Hour }, imported], CancellationToken.None);
    }

    [Test]
    public async Task Doubt_marks_the_series_of_the_feed_at_once_and_belief_takes_it_back()
    {
        Assert.That(await Doubt("farm-away", 1), Is.EqualTo(2), "not what was imported");
        Assert.That(Told(), Is.All.EqualTo((true, "farm-away")));
        Assert.That(await Doubt("farm-away", 1), Is.Zero, "once");
        Assert.That(await Doubt("", 2), Is.EqualTo(2));
        Assert.That(Told().Skip(2), Is.All.EqualTo((false, "")));
    }

    [Test]
    public async Task Doubt_for_another_reason_is_told_and_old_bars_stay_stale_when_it_is_over()
    {
        await Doubt("farm-away", 1);
        await Doubt("feed-away", 1);
        await Doubt("", 30);
        Assert.That(Told().Where((_, index) => index % 2 == 0), Is.EqualTo(new[]
            { (true, "farm-away"), (true, "feed-away"), (true, "too-old") }));
    }

    [Test]
    public async Task Bars_that_come_while_a_feed_is_doubted_make_it_no_fresher()
    {
        await Doubt("farm-away", 1);
        var known = await book.Load(CancellationToken.None);
        var change = FreshnessGate.Judge("sample", known, [Some.Bar(2)], Some.Day(2), Limits);
        Assert.That(change.Events, Is.Empty);
        Assert.That(change.Changed.Single(), Has.Property("Stale").True.And.Property("LastBarAt").EqualTo(Some.Day(2)));
    }

    [Test]
    public async Task Every_change_has_a_name_of_its_own_though_no_bar_comes_between()
    {
        for (var i = 0; i < 3; i++)
        {
            await Doubt("farm-away", 1);
            await Doubt("", 1);
        }
        Assert.That(events.Of<FeedFreshnessChanged>().Select(told => told.EventId).ToArray(), Has.Length.EqualTo(12).And.Unique);
    }

    [Test]
    public void Message_of_an_older_version_is_read_under_its_old_name()
    {
        const string old = """
            {"feed":"live","instrumentId":"KO.NYSE","stale":true,"lastBarAt":"2026-03-02T15:00:00+00:00",
             "occurredAt":"2026-03-09T15:01:00+00:00"}
            """;
        var read = JsonSerializer.Deserialize<FeedFreshnessChanged>(old, JsonSerializerOptions.Web)!;
        Assert.That((read.Stale, read.Reason, read.Change), Is.EqualTo((true, "", 0)));
        Assert.That(read.EventId, Is.EqualTo("feed-freshness-changed/live/KO.NYSE/True/2026-03-02T15:00:00.0000000Z"));
    }

    // Whoever hears only the events knows what the book says, in any order of bars, doubts and days.
    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property What_was_told_last_is_what_the_book_says() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            var (known, heard, names) = (new List<SeriesFreshness>(), (Stale: false, Reason: ""), new HashSet<string>());
            for (var day = 1; day <= steps.Length; day++)
            {
                var at = Some.Day(day * 5);
                var change = (steps[day - 1] % 4) switch
                {
                    0 => FreshnessGate.Judge("sample", known, [Some.Bar(day * 5)], at, Limits),
                    1 => FreshnessGate.Judge("sample", known, [], at, Limits),
                    2 => FreshnessGate.Doubt("sample", known, steps[day - 1] > 128 ? "farm-away" : "feed-away", at, Limits),
                    _ => FreshnessGate.Doubt("sample", known, "", at, Limits),
                };
                if (change.Changed.Count > 0) known = [.. change.Changed];
                foreach (var told in change.Events)
                {
                    heard = (told.Stale, told.Reason);
                    if (!names.Add(told.EventId)) return false;
                }
                if (known.Count > 0 && heard != (known[0].Stale, known[0].Reason)) return false;
            }
            return true;
        });

    private Task<int> Doubt(string why, int day) => new DoubtFeed(book, events, Options).Handle(why, Some.Day(day), CancellationToken.None);

    private (bool, string)[] Told() => [.. events.Of<FeedFreshnessChanged>().Select(told => (told.Stale, told.Reason))];
}
