using System.CommandLine;
using Superintel.Cli.Output;
using Superintel.Cli.Session;

namespace Superintel.Cli.Commands;

/// <summary>Stop trading, or start it again.</summary>
public static class KillSwitchCommand
{
    private static readonly Column[] State =
    [
        new("State", "state"), new("Flatten", "flatten"), new("Reason", "reason"), new("By", "by"), new("At", "at", "yyyy-MM-dd HH:mm:ss"),
    ];

    private static readonly Column[] Local =
    [
        new("Accepted", "accepted"), new("Execution knows", "delivered"), new("In the store", "stored"), new("Note", "detail"),
    ];

    public static Command Create()
    {
        var state = new Argument<string?>("state") { Description = "active, reduce-only or halted; nothing to see it.",
            Arity = ArgumentArity.ZeroOrOne };
        state.AcceptOnlyFromAmong("active", "reduce-only", "halted");
        var reason = new Option<string?>("--reason") { Description = "Why; kept in the journal. Needed to change the state." };
        var flatten = new Option<bool>("--flatten") { Description = "Also close every position." };
        var local = new Option<bool>("--local")
        {
            Description = "Halt the fleet of the state folder on this machine, without gateway, bus or store.",
        };
        var command = new Command("kill-switch", "Show or move the kill switch.") { state, reason, flatten, local };
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(local)) return await Halt(parsed, parsed.GetValue(state), parsed.GetValue(reason), ct);
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

    private static async Task<int> Halt(ParseResult parsed, string? state, string? reason, CancellationToken ct)
    {
        if (state is not (null or "halted")) throw new FormatException("--local can only halt: everything else goes through the gateway.");
        if (string.IsNullOrWhiteSpace(reason)) throw new FormatException("Say why with --reason.");
        var folder = Connection.From(parsed.GetValue(ConnectionOptions.Url), parsed.GetValue(ConnectionOptions.State)).StateFolder;
        var answer = await LocalSwitchClient.Halt(folder, reason, ct);
        if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
        else Printer.Fields(answer, Local);
        return ExitCode.Success;
    }
}
