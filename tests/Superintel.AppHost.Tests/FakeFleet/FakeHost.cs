using Superintel.AppHost.Local.Hosting;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Tests.FakeFleet;

/// <summary>The test assembly as a program: <c>host|detach|servers STATE</c>.</summary>
internal static class FakeHost
{
    public static async Task<int> Main(string[] arguments)
    {
        var folder = new StateFolder(arguments[1]);
        var options = new HostOptions { ReadyWithin = TimeSpan.FromSeconds(60), Detached = arguments.Length > 2 };
        try
        {
            return arguments[0] switch
            {
                "host" => await new FleetHost(folder, _ => FakePlan.Read(folder), options, Console.Out).Run(),
                "servers" => await new FleetHost(folder, _ => ServersPlan.Of(folder), options, Console.Out).Run(),
                "detach" => await new DetachedHost(folder, Console.Out).Start(["host", folder.Root, "detached"]),
                _ => throw new FleetException($"unknown verb {arguments[0]}"),
            };
        }
        catch (FleetException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
