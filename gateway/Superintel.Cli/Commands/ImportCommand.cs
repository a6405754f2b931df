using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>Import bars from a CSV file.</summary>
public static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description =
            "CSV: a timestamp and one column per series, or symbol,ts,open,high,low,close,volume." };
        var interval = new Option<string>("--interval") { Description = "Bar length: 5m, 1h, 1d.", DefaultValueFactory = _ => "1d" };
        var instrument = new Option<string?>("--instrument") { Description = "Whose bars a file without a symbol column holds." };
        var assetClass = new Option<string?>("--asset-class") { Description =
            "With --currency: list instruments that are not known yet, for example equity, fx, crypto, index." };
        var currency = new Option<string?>("--currency") { Description = "With --asset-class: ISO 4217 code, for example USD." };
        var partial = new Option<bool>("--partial") { Description = "Take the good rows of a file that has bad ones." };
        var command = new Command("import", "Import bars; all of the file or nothing of it, unless --partial.")
            { file, interval, instrument, assetClass, currency, partial };
        command.SetAction(async (parsed, ct) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists) throw new FormatException($"There is no file {source.FullName}.");
            using var gateway = ConnectionOptions.Open(parsed);
            await using var csv = source.OpenRead();
            var query = Query(
                ("interval", parsed.GetValue(interval)), ("instrumentId", parsed.GetValue(instrument)),
                ("assetClass", parsed.GetValue(assetClass)), ("currency", parsed.GetValue(currency)),
                ("partial", parsed.GetValue(partial) ? "true" : null));
            var answer = await gateway.Upload($"/api/import?{query}", csv, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else
            {
                Console.Out.WriteLine($"{answer["accepted"]} bars accepted, {answer["quarantined"]} quarantined.");
                Printer.Table(answer["rejectedRows"]?.AsArray() ?? [], [new("ROW", "row"), new("CODE", "code"), new("DETAIL", "detail")],
                    "");
            }
            return (answer["rejectedRows"]?.AsArray().Count ?? 0) == 0 ? ExitCode.Success : ExitCode.BadInput;
        });
        return command;
    }

    private static string Query(params (string Name, string? Value)[] terms) => string.Join(
        '&', terms.Where(term => term.Value is not null).Select(term => $"{term.Name}={Uri.EscapeDataString(term.Value!)}"));
}
