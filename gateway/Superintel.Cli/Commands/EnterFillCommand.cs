using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>An execution that a person knows of and no venue tells.</summary>
public static class EnterFillCommand
{
    /// <summary><c>orders fill ORDER</c>.</summary>
    public static Command Create()
    {
        var order = new Argument<string>("order") { Description = "Its id, see ./superintel orders." };
        var key = new Option<string>("--key") { Description = "Your name for it, such as the statement's number.", Required = true };
        var quantity = new Option<decimal>("--quantity") { Description = "Units; 0 takes back what was entered.", Required = true };
        var price = new Option<decimal>("--price") { Description = "Per unit, quote currency.", Required = true };
        var at = new Option<DateTimeOffset>("--at") { Description = "When it traded: 2026-01-31T14:30:00Z.", Required = true };
        var commission = new Option<decimal>("--commission") { Description = "Positive is a cost; 0 unless given." };
        var currency = new Option<string?>("--commission-currency") { Description = "The order's unless given." };
        var correct = new Option<bool>("--correct") { Description = "Replaces other numbers that stand under the key." };
        var reason = new Option<string>("--reason") { Description = "How that is known; kept in the journal.", Required = true };
        var command = new Command("fill", "Enter an execution of an order of which its venue can tell no more.")
            { order, key, quantity, price, at, commission, currency, correct, reason };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var body = new
            {
                key = parsed.GetValue(key), quantity = parsed.GetValue(quantity), price = parsed.GetValue(price), at = parsed.GetValue(at),
                commission = parsed.GetValue(commission), commissionCurrency = parsed.GetValue(currency),
                correct = parsed.GetValue(correct), reason = parsed.GetValue(reason),
            };
            var answer = await gateway.Post($"/api/orders/{Uri.EscapeDataString(parsed.GetValue(order)!)}/fills", body, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Console.Out.WriteLine($"{answer["clientOrderId"]} is {answer["status"]}, {answer["cumulativeQuantity"]} filled.");
            return ExitCode.Success;
        });
        return command;
    }
}
