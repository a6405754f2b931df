using System.Text;
using Superintel.AppHost.Local.Processes;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Processes;

public sealed class RollingLogTests
{
    private string folder = null!;

    private string FilePath => Path.Combine(folder, "part.log");

    [SetUp]
    public void Make_a_folder() => folder = Scratch.Folder("log");

    [TearDown]
    public void Remove_it() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Log_that_grows_rolls_at_a_line_and_keeps_a_bounded_number_of_files()
    {
        using (var log = new RollingLog(FilePath, limit: 1000, keep: 2))
            await log.Copy(new MemoryStream(Lines(2000)));
        var files = Directory.GetFiles(folder).Select(Path.GetFileName).Order();
        Assert.Multiple(() =>
        {
            Assert.That(files, Is.EquivalentTo((string[])["part.1.log", "part.2.log", "part.log"]));
            Assert.That(File.ReadAllText(Path.Combine(folder, "part.1.log")), Does.EndWith("\n"));
        });
    }

    [Test]
    public async Task Log_that_is_opened_again_goes_on_where_it_ended()
    {
        foreach (var text in (string[])["one\n", "two\n"])
        {
            using var log = new RollingLog(FilePath);
            await log.Copy(new MemoryStream(Encoding.ASCII.GetBytes(text)));
        }

        Assert.That(File.ReadAllText(FilePath), Is.EqualTo("one\ntwo\n"));
    }

    [Test]
    public async Task Tail_gives_the_last_lines()
    {
        using var log = new RollingLog(FilePath);
        await log.Copy(new MemoryStream(Lines(100)));
        Assert.That(RollingLog.Tail(FilePath, 2), Is.EqualTo((string[])["line 98", "line 99"]));
        Assert.That(RollingLog.Tail(Path.Combine(folder, "none.log"), 2), Is.Empty);
    }

    private static byte[] Lines(int count) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, count).Select(number => $"line {number}\n")));
}
