using System.CommandLine;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Pairs;

namespace Superintel.Simulation.Research;

/// <summary>The command <c>lookahead-check</c>: proves that a study does not see the future.</summary>
public static class LookAheadCommand
{
    /// <summary>Exit code when the study sees the future.</summary>
    public const int Caught = 1;

    public static Command Create()
    {
        var method = LookAheadCheck.Create();
        var command = new Command(method.Name, method.Description);
        var input = new ResearchInput();
        input.AddTo(command, columns: false);
        foreach (var option in method.Options)
            command.Options.Add(option);
        command.SetAction((parsed, token) =>
        {
            bool honest = true;
            int code = ResearchRun.Execute(input.Json(parsed), () => input.Read(parsed, method.Chosen!(parsed)), table =>
            {
                var result = method.Run(new ResearchCall(table, parsed, null, token));
                honest = (bool)result[LookAheadCheck.Honest]!;
                return result;
            });
            return Task.FromResult(code == 0 && !honest ? Caught : code);
        });
        return command;
    }
}
