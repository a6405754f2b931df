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
        var command = new Command("import", "Import bars; all of the file or nothing of it.") { file, interval };
        command.SetAction(async (parsed, ct) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists) throw new FormatException($"There is no file {source.FullName}.");
            using var gateway = ConnectionOptions.Open(parsed);
            await using var csv = source.OpenRead();
            var answer = await gateway.Upload($"/api/import?interval={Uri.EscapeDataString(parsed.GetValue(interval)!)}", csv, ct);
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
}
