using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.MarketData.Gate;

public sealed class BarTrackTests
{
    private const int Window = 63;

    [FsCheck.NUnit.Property]
    public bool Memory_read_from_the_last_stored_bars_is_the_memory_that_was_kept(byte days, bool refused)
    {
        Bar[] bars = [.. Enumerable.Range(1, 1 + days).Select(d => Some.Bar(d, Some.QuietClose(d), 1_000m + d))];
        var kept = bars.Aggregate(BarTrack.Empty, (t, b) => t.Accept(b, Window));
        QuarantinedBar? last = null;
        if (refused)
        {
            kept = kept.Refuse(Some.Candidate(400, 7m));
            last = new QuarantinedBar(Some.Candidate(400, 7m), ["validity: jump"], kept.ConsecutiveFailures);
        }
        // What a restart reads: the last bars only.
        var read = BarTrack.Of([.. bars.TakeLast(Window + 1)], last, Window);
        return read.Last == kept.Last
            && read.SuspectClose == kept.SuspectClose
            && read.ConsecutiveFailures == kept.ConsecutiveFailures
            && read.Returns.SequenceEqual(kept.Returns)
            && read.Volumes.TakeLast(Window).SequenceEqual(kept.Volumes);
    }

    [Test]
    public void Failure_that_lies_before_the_last_good_bar_is_forgiven()
    {
        var track = BarTrack.Of([Some.Bar(1), Some.Bar(3)], Some.Quarantined(2, consecutive: 2), Window);
        Assert.That((track.ConsecutiveFailures, track.SuspectClose), Is.EqualTo((0, (decimal?)null)));
    }
}
