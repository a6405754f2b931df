using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.AspNetCore.Connections;
using Superintel.Mt4Bridge.Hosting;
using Superintel.Mt4Bridge.Journal;

namespace Superintel.Mt4Bridge;

/// <summary>The entry point; a class of its own name, so that tests can use the bridge beside a service's Program.</summary>
internal static class BridgeProgram
{
    private static async Task<int> Main(string[] args)
    {
        // Its name in the usage line is what a person types.
        var root = new Command("superintel", "MetaTrader 4 bridge") { new HelpOption { Recursive = true } };
        root.Subcommands.Add(BridgeCommand.Create());
        var parsed = root.Parse(args);
        try
        {
            var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? 2 : exit;
        }
        catch (Exception failure) when (failure is FormatException or IOException or JournalDamagedException)
        {
            var code = failure switch
            {
                FormatException => "bad-input",
                { InnerException: AddressInUseException } => "port",
                _ => "state",
            };
            await Console.Error.WriteLineAsync($"error {code}: {failure.Message}");
            return failure is FormatException ? 2 : 1;
        }
    }
}
