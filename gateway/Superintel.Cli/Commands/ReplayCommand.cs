using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>Watch or steer the replay of recorded data.</summary>
public static class ReplayCommand
{
    private static readonly Column[] Progress =
    [
        new("State", "state"), new("Position", "position", "yyyy-MM-dd HH:mm"), new("Until", "to", "yyyy-MM-dd HH:mm"),
        new("Slices per second", "slicesPerSecond"), new("Published", "published"), new("Remaining", "remaining"),
            new("Waiting for", "waitingFor"),
    ];

    public static Command Create()
    {
        var speed = new Option<double?>("--speed") { Description = "Slices per second." };
        var pause = new Option<bool>("--pause") { Description = "Hold after the current slice." };
        var resume = new Option<bool>("--resume") { Description = "Go on." };
        var command = new Command("replay", "Show or steer the replay of recorded data.") { speed, pause, resume };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            if (parsed.GetValue(pause) && parsed.GetValue(resume)) throw new FormatException("Choose one of --pause and --resume.");
            bool? paused = parsed.GetValue(pause) ? true : parsed.GetValue(resume) ? false : null;
            var answer = paused is null && parsed.GetValue(speed) is null
                ? await gateway.Get("/api/replay", ct)
                : await gateway.Post("/api/replay", new { slicesPerSecond = parsed.GetValue(speed), paused }, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Printer.Fields(answer, Progress);
            return ExitCode.Success;
        });
        return command;
    }
}
