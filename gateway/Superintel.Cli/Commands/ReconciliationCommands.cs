using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What is at the venues beside the desk's own orders and fills.</summary>
public static class ReconciliationCommands
{
    private static readonly Column[] Columns =
    [
        new("INSTRUMENT", "instrumentId"), new("VENUE", "venue"), new("ACCOUNT", "account"), new("VENUE HAS", "venueQuantity"),
        new("LEDGER", "ledgerQuantity"), new("NOT THE DESK'S", "externalQuantity"), new("DIFFERENCE", "difference"), new("STATE", "state"),
        new("SINCE", "blockedSince", "yyyy-MM-dd HH:mm"),
    ];

    private static readonly Column[] Venues =
    [
        new("VENUE", "venue"), new("ACCOUNT", "account"), new("STATE", "state"), new("CODE", "code"),
        new("SINCE", "since", "yyyy-MM-dd HH:mm:ss"), new("COMPARED", "comparedAt", "yyyy-MM-dd HH:mm:ss"), new("FAILURES", "failures"),
        new("LAST ERROR", "lastError"),
    ];

    /// <summary><c>reconciliation</c> and <c>reconciliation accept</c>.</summary>
    public static Command Reconciliation()
    {
        var command = new Command("reconciliation", "Positions at the venues, what nobody explains, and who does not answer.") { Accept() };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            Print(parsed, await gateway.Get("/api/reconciliation", ct));
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary><c>acknowledge ORDER</c>.</summary>
    public static Command Acknowledge()
    {
        var order = new Argument<string>("order") { Description = "Its id, see ./superintel orders --source external." };
        var command = new Command("acknowledge", "Let the desk take new risk beside an order that it did not send.") { order };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await gateway.Post($"/api/orders/{Uri.EscapeDataString(parsed.GetValue(order)!)}/acknowledge", new { }, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Console.Out.WriteLine($"{answer["clientOrderId"]} in {answer["instrumentId"]} may work beside the desk's.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Accept()
    {
        var instrument = new Argument<string>("instrument") { Description = "For example BTCUSDT.BINANCE." };
        var venue = new Option<string>("--venue") { Description = "For example binance.", Required = true };
        var account = new Option<string>("--account") { Description = "As the list shows it.", Required = true };
        var difference = new Option<decimal>("--difference") { Description = "Signed units, as the list shows them.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; kept in the journal.", Required = true };
        var command = new Command("accept", "Say that units which nobody explains are not the desk's; it takes new risk in them again.")
            { instrument, venue, account, difference, reason };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var body = new
            {
                venue = parsed.GetValue(venue), account = parsed.GetValue(account), instrumentId = parsed.GetValue(instrument),
                difference = parsed.GetValue(difference), reason = parsed.GetValue(reason),
            };
            Print(parsed, await gateway.Post("/api/reconciliation/holdings", body, ct));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(ParseResult parsed, JsonNode answer)
    {
        if (parsed.GetValue(ConnectionOptions.Json))
        {
            Printer.Json(answer);
            return;
        }
        JsonNode?[] silent = [.. (answer["venues"]?.AsArray() ?? []).Where(venue => venue?["lastError"] is not null)];
        if (silent.Length > 0)
        {
            Console.Out.WriteLine("A venue that waits takes no order before its first comparison. It is asked again by itself.");
            Printer.Table(silent, Venues, "");
        }
        Printer.Table(answer["positions"]?.AsArray() ?? [], Columns, "Nothing is held at any venue.");
    }
}
