using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What became of an order that its venue cannot tell of.</summary>
public static class ResolveCommand
{
    /// <summary><c>orders resolve ORDER</c>.</summary>
    public static Command Create()
    {
        var order = new Argument<string>("order") { Description = "Its id, see ./superintel orders --status unknown." };
        var notPlaced = new Option<bool>("--not-placed") { Description = "The venue never had it." };
        var canceled = new Option<bool>("--canceled") { Description = "It was canceled there." };
        var expired = new Option<bool>("--expired") { Description = "It expired there." };
        var reason = new Option<string>("--reason") { Description = "How that is known; kept in the journal.", Required = true };
        var command = new Command("resolve", "Say what became of an order of which its venue can tell no more.")
            { order, notPlaced, canceled, expired, reason };
        command.Validators.Add(given =>
        {
            var said = new[] { notPlaced, canceled, expired }.Count(option => given.GetValue(option));
            if (said != 1) given.AddError("Say one of --not-placed, --canceled and --expired.");
        });
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var outcome = parsed.GetValue(notPlaced) ? "not-placed" : parsed.GetValue(canceled) ? "canceled" : "expired";
            var path = $"/api/orders/{Uri.EscapeDataString(parsed.GetValue(order)!)}/resolve";
            var answer = await gateway.Post(path, new { outcome, reason = parsed.GetValue(reason) }, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Console.Out.WriteLine($"{answer["clientOrderId"]} in {answer["instrumentId"]} is {answer["status"]}.");
            return ExitCode.Success;
        });
        return command;
    }
}
