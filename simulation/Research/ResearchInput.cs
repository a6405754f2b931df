using System.CommandLine;
using Superintel.Prediction.Research.Input;

namespace Superintel.Simulation.Research;

/// <summary>The options by which every research command gets its series.</summary>
internal sealed class ResearchInput
{
    private readonly Option<string> _csv = new("--csv")
    {
        Description = "CSV file: a header, a timestamp and one column per series; or symbol,ts,open,high,low,close,volume.",
        Required = true,
    };

    private readonly Option<string> _columns = new("--columns") { Description = "Series, separated by commas. Default: all of the file." };

    private readonly Option<string> _field = new("--field")
    {
        Description = "Column of a long file that holds the values.",
        DefaultValueFactory = _ => "close",
    };

    private readonly Option<bool> _log = new("--log") { Description = "Work on natural logarithms." };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON, numbers round-trip exact." };

    public void AddTo(Command command, bool columns = true, bool log = true)
    {
        command.Options.Add(_csv);
        if (columns)
            command.Options.Add(_columns);
        command.Options.Add(_field);
        if (log)
            command.Options.Add(_log);
        command.Options.Add(_json);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public SeriesTable Read(ParseResult parsed) => Read(parsed, NameList.Of(parsed.GetValue(_columns)));

    public SeriesTable Read(ParseResult parsed, IReadOnlyList<string> columns)
    {
        var table = SeriesFile.Read(parsed.GetValue(_csv)!, columns, parsed.GetValue(_field)!);
        return parsed.GetValue(_log) ? table.Logs() : table;
    }
}
