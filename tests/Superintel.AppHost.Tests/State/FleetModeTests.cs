using Superintel.AppHost.Local.State;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.State;

public sealed class FleetModeTests
{
    private StateFolder folder = null!;

    [SetUp]
    public void Begin()
    {
        folder = new StateFolder(Scratch.Folder("mode"));
        folder.Create();
    }

    [TearDown]
    public void End() => Directory.Delete(folder.Root, recursive: true);

    [TestCase(true)]
    [TestCase(false)]
    public void Folder_stays_what_it_was_at_its_first_start(bool live)
    {
        FleetMode.Claim(folder, live);
        FleetMode.Claim(folder, live);
        Assert.That(() => FleetMode.Claim(folder, !live), Throws.TypeOf<FleetException>().With.Message.Contains("--state"));
    }

    [Test]
    public void Folder_from_before_there_were_modes_is_a_replays()
    {
        PrivateFile.WriteText(folder.Secrets, "{}");
        Assert.That(() => FleetMode.Claim(folder, live: true), Throws.TypeOf<FleetException>());
        FleetMode.Claim(folder, live: false);
    }
}
