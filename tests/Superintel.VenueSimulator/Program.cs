using System.CommandLine;
using System.CommandLine.Help;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.VenueSimulator;

/// <summary>The entry point; a class of its own name, so that tests can use the simulator beside a service's Program.</summary>
internal static class SimulatorProgram
{
    // An interrupted run takes back what it left at a venue before it ends.
    private static readonly TimeSpan ToEnd = Leftovers.Usual + TimeSpan.FromSeconds(5);

    private static async Task<int> Main(string[] args)
    {
        var root = new Command("superintel",
            "Venues on the wire, and the cases every venue adapter has to pass.") { new HelpOption { Recursive = true } };
        root.Subcommands.Add(SimulateCommand.Create());
        root.Subcommands.Add(ConformanceCommand.Create());
        var parsed = root.Parse(args);
        try
        {
            var exit = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToEnd,
            });
            return parsed.Errors.Count > 0 ? 2 : exit;
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync($"error {refused.Code}: {refused.Message}");
            return 2;
        }
        catch (FormatException failure)
        {
            await Console.Error.WriteLineAsync($"error bad-input: {failure.Message}");
            return 2;
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync($"error file: {failure.Message}");
            return 2;
        }
    }
}
