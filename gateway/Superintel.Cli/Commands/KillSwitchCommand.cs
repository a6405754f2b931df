using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>Stop trading, or start it again.</summary>
public static class KillSwitchCommand
{
    private static readonly Column[] State =
    [
        new("State", "state"), new("Flatten", "flatten"), new("Reason", "reason"), new("By", "by"), new("At", "at", "yyyy-MM-dd HH:mm:ss"),
    ];

    public static Command Create()
    {
        var state = new Argument<string?>("state") { Description = "active, reduce-only or halted; nothing to see it.",
            Arity = ArgumentArity.ZeroOrOne };
        state.AcceptOnlyFromAmong("active", "reduce-only", "halted");
        var reason = new Option<string?>("--reason") { Description = "Why; kept in the journal. Needed to change the state." };
        var flatten = new Option<bool>("--flatten") { Description = "Also close every position." };
        var command = new Command("kill-switch", "Show or move the kill switch.") { state, reason, flatten };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            if (parsed.GetValue(state) is { } wanted && string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
                throw new FormatException($"Say why with --reason to move the kill switch to {wanted}.");
            var answer = parsed.GetValue(state) is { } next
                ? await gateway.Post("/api/risk/kill-switch",
                    new { state = next, flatten = parsed.GetValue(flatten), reason = parsed.GetValue(reason) }, ct)
                : await gateway.Get("/api/risk/kill-switch", ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Printer.Fields(answer, State);
            return ExitCode.Success;
        });
        return command;
    }
}
