using Superintel.AppHost.Local.Testing;

namespace Superintel.AppHost.Tests.Testing;

public sealed class TemporaryFilesTests
{
    [TestCase("", "")]
    [TestCase("clr-debug-pipe-12-34-in clr-debug-pipe-12-34-out dotnet-diagnostic-12-34-socket NUnit.Engine", "")]
    [TestCase("risk4X2aBc riskQ9z1Yx superintel-7.sock", "2 like risk4X2aBc, superintel-7.sock")]
    [TestCase("a b c d e f g h i j k l", "a, b, c, d, e, f, g, h, i, j, and 2 more")]
    public void What_tests_left_is_named_alike_names_once(string names, string said) =>
        Assert.That(TemporaryFiles.Describe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(said));

    [Test]
    public void Folder_goes_with_what_is_left_in_it()
    {
        string folder;
        using (var temporary = new TemporaryFiles())
        {
            folder = temporary.Folder;
            File.WriteAllText(Path.Combine(folder, "left.txt"), "");
            Assert.That(temporary.Left(), Is.EqualTo("left.txt"));
        }
        Assert.That(Directory.Exists(folder), Is.False);
    }
}
