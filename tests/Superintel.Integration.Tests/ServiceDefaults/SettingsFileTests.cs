using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Superintel.ServiceDefaults.Hosting;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

[SupportedOSPlatform("linux")]
public sealed class SettingsFileTests
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private string folder = null!;

    [SetUp]
    public void Begin() => folder = Scratch.Folder("settings");

    [TearDown]
    public void End() => Directory.Delete(folder, recursive: true);

    [Test]
    public void File_wins_over_the_programs_settings_and_loses_to_the_environment()
    {
        var configuration = new ConfigurationManager();
        var own = File("own.json", """{"A":"own","B":"own","C":"own"}""");
        var persons = File("settings.json", """{"B":"file","C":"file"}""");
        configuration.AddJsonFile(own);
        configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Superintel:SettingsFile"] = persons, ["C"] = "environment" });
        configuration.AddSettingsFile();
        Assert.That(
            (configuration["A"], configuration["B"], configuration["C"]), Is.EqualTo(("own", "file", "environment")));
    }

    [Test]
    public void File_that_others_can_read_is_refused()
    {
        var open = File("settings.json", "{}", OwnersOnly | UnixFileMode.GroupRead);
        Assert.That(() => Named(open).AddSettingsFile(), Throws.InvalidOperationException.With.Message.Contains("chmod 600"));
    }

    [Test]
    public void File_that_is_not_there_is_an_error() =>
        Assert.That(() => Named(Path.Combine(folder, "none.json")).AddSettingsFile(), Throws.InvalidOperationException);

    [Test]
    public void Without_a_file_nothing_changes()
    {
        var configuration = new ConfigurationManager();
        configuration.AddSettingsFile();
        Assert.That(configuration.AsEnumerable(), Is.Empty);
    }

    private static ConfigurationManager Named(string file)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Superintel:SettingsFile"] = file });
        return configuration;
    }

    private string File(string name, string text, UnixFileMode mode = OwnersOnly)
    {
        var path = Path.Combine(folder, name);
        using var file = new StreamWriter(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write,
            UnixCreateMode = mode });
        file.Write(text);
        return path;
    }
}
