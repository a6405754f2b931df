using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Hosting;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Tests.FakeFleet;

/// <summary>A fleet of scripts, written to and read from the state folder.</summary>
internal static class FakePlan
{
    private static readonly RestartPolicy Quick = new()
    {
        First = TimeSpan.FromMilliseconds(100),
        Longest = TimeSpan.FromSeconds(2),
        HopelessAfter = 3,
    };

    public static string FileIn(StateFolder folder) => Path.Combine(folder.Root, "fake-fleet.json");

    public static string ReadyFile(StateFolder folder, string part) => Path.Combine(folder.Root, part + ".ready");

    public static FleetPlan Read(StateFolder folder)
    {
        var fakes = PrivateFile.Read<FakePart[]>(FileIn(folder)) ?? throw new FleetException("no fake fleet");
        return new FleetPlan([.. fakes.Select(fake => Part(fake, folder))], new FleetUrls("http://127.0.0.1:1", null));
    }

    private static Part Part(FakePart fake, StateFolder folder)
    {
        var ready = ReadyFile(folder, fake.Name);
        var events = Path.Combine(folder.Root, "events");
        var script = $"ready() {{ echo start {fake.Name} >>'{events}'; echo $$ >'{ready}'; }}; {fake.Script}";
        return new Part(fake.Name, new Launch("sh", ["-c", script], folder.Root), new PidFileProbe(ready))
        {
            References = fake.References,
            Url = "nowhere",
            StopWithin = TimeSpan.FromSeconds(fake.StopWithinSeconds),
            Restart = Quick,
        };
    }
}
