using System.Runtime.Versioning;
using Superintel.TestKit;
using Superintel.Venue.Binance.Keys;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class KeyTests
{
    private const string ApiKey = "kEyKeYkEyKeYkEyKeY01";
    private const string Secret = "sEcReTsEcReTsEcReT/+=02";
    private DirectoryInfo folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new DirectoryInfo(Scratch.Folder("keys"));

    [TearDown]
    public void RemoveFolder() => folder.Delete(recursive: true);

    [Test]
    public void Keys_of_the_environment_are_taken()
    {
        var credentials = KeySource.Load(Set(("BINANCE_API_KEY", ApiKey), ("BINANCE_API_SECRET", Secret)));
        Assert.That(credentials.Signer.ApiKey, Is.EqualTo(ApiKey));
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win")]
    public void Secret_file_that_others_may_read_is_refused()
    {
        var file = Path.Combine(folder.FullName, "secret");
        File.WriteAllText(file, Secret);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var environment = Set(("BINANCE_API_KEY", ApiKey), ("BINANCE_API_SECRET_FILE", file));

        Assert.That(() => KeySource.Load(environment), Throws.TypeOf<KeyRefusedException>().With.Property("Code").EqualTo("key-file-open"));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.That(KeySource.Load(environment).Signer.ApiKey, Is.EqualTo(ApiKey));
    }

    [Test]
    public void Missing_key_is_told_without_any_key() => Assert.That(
        () => KeySource.Load(Set(("BINANCE_API_KEY", ApiKey))),
        Throws.TypeOf<KeyRefusedException>().With.Message.Not.Contain(ApiKey).And.Property("Code").EqualTo("key-missing"));

    [TestCase("POST /api/v3/order?symbol=A&signature=abcdef0123&x=1", "POST /api/v3/order?symbol=A&signature=[redacted]&x=1")]
    [TestCase($"bad key {ApiKey}!", "bad key [redacted]!")]
    [TestCase($"secret {Secret} and sEcReTsEcReTsEcReT%2F%2B%3D02", "secret [redacted] and [redacted]")]
    [TestCase("""{"apiKey":"other","a":1}""", """{"apiKey":"[redacted]","a":1}""")]
    public void Keys_and_signatures_are_taken_out_of_texts(string text, string clean) =>
        Assert.That(new Redaction(ApiKey, Secret).Clean(text), Is.EqualTo(clean));

    [Test]
    public void Nothing_that_holds_a_key_says_it()
    {
        var credentials = KeySource.Load(Set(("BINANCE_API_KEY", ApiKey), ("BINANCE_API_SECRET", Secret)));
        Assert.That($"{credentials} {credentials.Signer} {credentials.Redaction}", Does.Not.Contain(ApiKey).And.Not.Contain(Secret));
    }

    private static Func<string, string?> Set(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(v => v.Name == name).Value;
}
