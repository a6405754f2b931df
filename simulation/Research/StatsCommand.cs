using System.CommandLine;
using Superintel.Prediction.Research;

namespace Superintel.Simulation.Research;

/// <summary>The command <c>stats</c>: one statistic of the columns of a file.</summary>
public static class StatsCommand
{
    public static Command Create()
    {
        var command = new Command("stats", "Test, regress or model the columns of a CSV file.");
        foreach (var method in MethodCatalogue.Create().All.Where(method => method.Kind == MethodKind.Statistic))
            command.Subcommands.Add(One(method));
        return command;
    }

    private static Command One(ResearchMethod method)
    {
        var command = new Command(method.Name, method.Description);
        var input = new ResearchInput();
        input.AddTo(command);
        foreach (var option in method.Options)
            command.Options.Add(option);
        command.SetAction((parsed, token) => Task.FromResult(ResearchRun.Execute(
            input.Json(parsed),
            () => method.Demand(input.Read(parsed)),
            table => method.Run(new ResearchCall(table, parsed, null, token)))));
        return command;
    }
}
