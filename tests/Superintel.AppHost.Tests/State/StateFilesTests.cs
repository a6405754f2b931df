using Superintel.AppHost.Local.State;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.State;

public sealed class StateFilesTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private StateFolder folder = null!;

    [SetUp]
    public void Make_a_folder() => folder = new StateFolder(Scratch.Folder("state"));

    [TearDown]
    public void Remove_it() => Directory.Delete(folder.Root, recursive: true);

    [Test]
    public void Secret_is_made_once_and_only_its_owner_may_read_the_file()
    {
        var first = Secrets.Of(folder).Of("service-key", 64);
        Assert.Multiple(() =>
        {
            Assert.That(first, Has.Length.EqualTo(64).And.Matches("^[A-Za-z0-9]+$"));
            Assert.That(Secrets.Of(folder).Of("service-key", 64), Is.EqualTo(first));
            Assert.That(Secrets.Of(folder).Of("other", 64), Is.Not.EqualTo(first));
            Assert.That(File.GetUnixFileMode(folder.Secrets), Is.EqualTo(OwnerOnly));
            Assert.That(File.GetUnixFileMode(Secrets.AsFile(folder, "x", "y")), Is.EqualTo(OwnerOnly));
        });
    }

    [Test]
    public void Short_secret_is_refused() =>
        Assert.That(() => Secrets.Of(folder).Of("x", 8), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Administrator_is_made_once_with_user_and_password_in_a_private_file()
    {
        AdminFile.EnsureIn(folder);
        var text = File.ReadAllText(folder.Admin);
        AdminFile.EnsureIn(folder);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(folder.Admin), Is.EqualTo(text));
            Assert.That(text, Does.Contain("\"user\": \"admin\"").And.Contains("\"password\": \""));
            Assert.That(File.GetUnixFileMode(folder.Admin), Is.EqualTo(OwnerOnly));
        });
    }

    [Test]
    public void Lock_that_is_held_is_not_given_twice_and_names_its_holder()
    {
        Assert.That(FleetLock.Holder(folder), Is.Null);
        using (FleetLock.Take(folder))
        {
            Assert.That(FleetLock.Take(folder), Is.Null);
            Assert.That(FleetLock.Holder(folder), Is.EqualTo(Environment.ProcessId));
        }

        Assert.That(FleetLock.Holder(folder), Is.Null);
        using var again = FleetLock.Take(folder);
        Assert.That(again, Is.Not.Null);
    }

    [Test]
    public void File_that_is_not_json_is_refused_by_name()
    {
        File.WriteAllText(folder.Ports, "{");
        Assert.That(
            () => PrivateFile.Read<Dictionary<string, int>>(folder.Ports),
            Throws.TypeOf<FleetException>().With.Message.Contains(folder.Ports));
    }
}
