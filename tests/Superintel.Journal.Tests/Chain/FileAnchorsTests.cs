using Superintel.Journal.Chain.Anchors;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Verify;
using Superintel.Journal.Service.Adapters.Chain.Anchors;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Chain;

public sealed class FileAnchorsTests
{
    private string folder = "";

    private string File => Path.Combine(folder, "anchors.jsonl");

    private FileAnchors Store => new(File);

    [SetUp]
    public void Make() => folder = Scratch.Folder("anchors");

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Notes_are_read_back_in_order_and_only_their_owner_may_read_them()
    {
        await Store.Add(Anchor(1), default);
        await Store.Add(Anchor(5), default);
        Assert.That(await Store.All(default), Is.EqualTo(new[] { Anchor(1), Anchor(5) }));
        if (!OperatingSystem.IsWindows())
            Assert.That(System.IO.File.GetUnixFileMode(File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task No_file_is_no_note() => Assert.That(await Store.All(default), Is.Empty);

    [Test]
    public async Task Note_that_a_crash_cut_short_is_dropped_and_the_next_one_stands()
    {
        await Store.Add(Anchor(1), default);
        await System.IO.File.AppendAllTextAsync(File, "{\"sequence\":2,\"ha");
        Assert.That(await Store.All(default), Has.Count.EqualTo(1));
        await Store.Add(Anchor(3), default);
        Assert.That((await Store.All(default)).Select(anchor => anchor.Sequence), Is.EqualTo(new[] { 1L, 3L }));
    }

    [TestCase("not json\n")]
    [TestCase("{\"sequence\":0,\"hash\":\"x\"}\n")]
    [TestCase("{\"sequence\":1,\"hash\":\"x\"}\n{\"sequence\":1,\"hash\":\"y\"}\n")]
    public async Task File_that_somebody_wrote_into_makes_verify_say_so(string text)
    {
        await System.IO.File.WriteAllTextAsync(File, text);
        var verified = await new VerifyChain(new MemoryEntries(), Store).Handle(default);
        Assert.That((verified.Valid, verified.FirstBroken?.Code), Is.EqualTo((false, "anchors-unreadable")));
    }

    [Test]
    public async Task Old_notes_are_thinned_and_the_newest_kept()
    {
        var lines = Enumerable.Range(1, FileAnchors.Most)
            .Select(i => $"{{\"sequence\":{i},\"hash\":\"h\",\"at\":\"2000-01-01T00:00:00+00:00\"}}\n");
        await System.IO.File.WriteAllTextAsync(File, string.Concat(lines));
        await Store.Add(Anchor(FileAnchors.Most + 1), default);
        var kept = await Store.All(default);
        Assert.That((kept.Count, kept[^2].Sequence, kept[^1].Sequence), Is.EqualTo(
            ((FileAnchors.Most / 2) + 1, (long)FileAnchors.Most, FileAnchors.Most + 1L)));
    }

    private static Anchor Anchor(long sequence) =>
        new(sequence, $"hash-{sequence}", new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
