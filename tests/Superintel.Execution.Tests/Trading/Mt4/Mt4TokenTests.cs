using System.Runtime.Versioning;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Mt4;

/// <summary>Execution has the bridge's token from where the bridge has it.</summary>
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win")]
public sealed class Mt4TokenTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private string path = "";

    [SetUp]
    public void Write()
    {
        path = Scratch.File("token");
        File.WriteAllText(path, "token-of-a-file\n");
        File.SetUnixFileMode(path, OwnerOnly);
    }

    [TearDown]
    public void Delete() => File.Delete(path);

    [Test]
    public void Token_is_read_from_the_file_that_the_environment_names() =>
        Assert.That(Token(("MT4_BRIDGE_TOKEN_FILE", path)), Is.EqualTo("token-of-a-file"));

    [Test]
    public void Variable_goes_before_the_file() =>
        Assert.That(Token(("MT4_BRIDGE_TOKEN", "said"), ("MT4_BRIDGE_TOKEN_FILE", path)), Is.EqualTo("said"));

    [Test]
    public void File_of_another_variable_is_named_by_it() =>
        Assert.That(Token(new Mt4Options { TokenVariable = "OTHER" }, ("OTHER_FILE", path)), Is.EqualTo("token-of-a-file"));

    [Test]
    public void File_that_others_can_read_is_refused()
    {
        File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.GroupRead);
        Assert.That(() => Token(("MT4_BRIDGE_TOKEN_FILE", path)), Throws.ArgumentException.With.Message.Contains("chmod 600"));
    }

    [Test]
    public void File_that_is_empty_is_refused()
    {
        File.WriteAllText(path, "\n");
        Assert.That(() => Token(("MT4_BRIDGE_TOKEN_FILE", path)), Throws.ArgumentException.With.Message.Contains("is empty"));
    }

    [Test]
    public void Missing_token_is_told_with_both_its_names() => Assert.That(() => Token(),
        Throws.ArgumentException.With.Message.Contains("set MT4_BRIDGE_TOKEN, or MT4_BRIDGE_TOKEN_FILE"));

    private static string Token(params (string Name, string Value)[] set) => Token(new Mt4Options(), set);

    private static string Token(Mt4Options options, params (string Name, string Value)[] set) => Mt4Module.Checked(
        options, name => set.FirstOrDefault(one => one.Name == name).Value).Bridge.Token;
}
