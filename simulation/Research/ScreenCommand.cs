using System.CommandLine;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Screening;

namespace Superintel.Simulation.Research;

/// <summary>The command <c>screen</c>: which pairs of a file cointegrate.</summary>
public static class ScreenCommand
{
    public static Command Create()
    {
        var method = ScreenMethod.Create();
        var command = new Command(method.Name, method.Description);
        var input = new ResearchInput();
        input.AddTo(command);
        foreach (var option in method.Options)
            command.Options.Add(option);
        var workers = new Option<int>("--workers") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
        command.Options.Add(workers);
        command.SetAction((parsed, token) => Task.FromResult(ResearchRun.Execute(
            input.Json(parsed),
            () => input.Read(parsed),
            table => ProgressBar.Show(
                "Pairs", progress => method.Run(new ResearchCall(table, parsed, progress, token, parsed.GetValue(workers)))))));
        return command;
    }
}
