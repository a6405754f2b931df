using System.CommandLine;
using System.CommandLine.Help;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Manifest;

namespace Superintel.AppHost.Local.Verbs;

/// <summary>What the host of the fleet understands.</summary>
public static class CommandLine
{
    private static readonly Func<Command>[] Verbs =
        [UpVerb.Create, DownVerb.Create, StatusVerb.Create, PartVerb.Create, TestVerb.Create, ManifestVerb.Create];

    public static async Task<int> Run(IReadOnlyList<string> arguments)
    {
        var root = new Command("superintel", "Runs the fleet as processes of this machine") { new HelpOption { Recursive = true } };
        foreach (var create in Verbs)
            root.Subcommands.Add(create());
        // The fleet stops in order and in its own time; the parser's handler would cut it off after two seconds.
        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        try
        {
            return await root.Parse(arguments).InvokeAsync(configuration);
        }
        catch (FleetException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
