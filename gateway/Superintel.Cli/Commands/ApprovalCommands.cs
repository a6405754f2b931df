using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>A person's word on a proposal.</summary>
public static class ApprovalCommands
{
    public static Command Approve() => Decide("approve", "Approve a proposal.");

    public static Command Decline() => Decide("decline", "Decline a proposal.");

    private static Command Decide(string verb, string description)
    {
        var proposal = new Argument<string>("proposal") { Description = "Proposal id, see ./superintel proposals --status pending." };
        var comment = new Option<string?>("--comment") { Description = "Why; kept in the journal." };
        var command = new Command(verb, description) { proposal, comment };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var path = $"/api/proposals/{Uri.EscapeDataString(parsed.GetValue(proposal)!)}/{verb}";
            var answer = await gateway.Post(path, new { comment = parsed.GetValue(comment) ?? "" }, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Console.Out.WriteLine($"{answer["proposalId"]} is now {answer["status"]}.");
            return ExitCode.Success;
        });
        return command;
    }
}
