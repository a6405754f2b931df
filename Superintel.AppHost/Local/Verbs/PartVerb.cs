using System.CommandLine;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Verbs;

/// <summary><c>part stop|start|restart NAME</c>: one part alone.</summary>
public static class PartVerb
{
    public static Command Create()
    {
        var command = new Command("part", "Stops, starts or restarts one part of the running fleet");
        command.Subcommands.Add(Create("stop", "Stops it until it is started again"));
        command.Subcommands.Add(Create("start", "Starts it"));
        command.Subcommands.Add(Create("restart", "Stops and starts it"));
        return command;
    }

    private static Command Create(string verb, string description)
    {
        var state = StateOption.Create();
        var name = new Argument<string>("name") { Description = "As `status` shows it" };
        var command = new Command(verb, description) { name, state };
        command.SetAction(async (parsed, _) =>
        {
            var request = new ControlRequest(verb, parsed.GetRequiredValue(name));
            var folder = state.Folder(parsed);
            if (await ControlClient.Ask(folder, request, TimeSpan.FromSeconds(60)) is null)
                throw new FleetException($"No fleet runs on {folder.Root}.");
            return 0;
        });
        return command;
    }
}
