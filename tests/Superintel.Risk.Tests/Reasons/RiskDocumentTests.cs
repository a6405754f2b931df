using System.Globalization;
using System.Text;
using Superintel.Risk.Limits;
using Superintel.Risk.Reasons;
using Superintel.Risk.Verdicts;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Reasons;

/// <summary>The tables of docs/risk.md are written from the code; SUPERINTEL_WRITE_DOCS=1 writes them anew.</summary>
public sealed class RiskDocumentTests
{
    [TestCase("reasons")]
    [TestCase("limits")]
    [TestCase("stages")]
    public void Table_of_the_document_is_what_the_code_says(string table)
    {
        var file = Repository.File("docs/risk.md");
        var text = File.ReadAllText(file);
        var (begin, end) = ($"<!-- {table}: generated -->\n", $"<!-- {table}: end -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        Assert.That(from, Is.GreaterThanOrEqualTo(begin.Length).And.LessThanOrEqualTo(to), "the document has a place for the table");
        var expected = Render(table);
        if (Environment.GetEnvironmentVariable("SUPERINTEL_WRITE_DOCS") == "1")
            File.WriteAllText(file, text = string.Concat(text.AsSpan(0, from), expected, text.AsSpan(to)));
        Assert.That(text.Substring(from, text.IndexOf(end, StringComparison.Ordinal) - from), Is.EqualTo(expected));
    }

    private static string Render(string table) => table switch
    {
        "reasons" => Rows("| Code | Given at | Stops | Meaning |", ReasonCode.All.Select(Reason)),
        "limits" => Rows("| Limit | Default | Range | Unit | Meaning |", LimitCatalogue.All.Select(Limit)),
        _ => Rows("| Stage | Place |", VerdictChain.Stages.Select((stage, index) => $"| `{stage.Name}` | {index + 1} |")),
    };

    private static string Reason(ReasonCode reason) => $"| `{reason.Code}` | {At(reason)} | {Stops(reason)} | {reason.Meaning} |";

    private static string At(ReasonCode reason) => reason.Gate switch
    {
        Gate.Both => "sizing, verdict",
        var gate => gate.ToString().ToLowerInvariant(),
    };

    private static string Stops(ReasonCode reason) => reason.Guards switch
    {
        Guards.Everything => "entries, exits",
        var guards => guards.ToString().ToLowerInvariant(),
    };

    private static string Limit(LimitDefinition limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"| `{limit.Name}` | {limit.Default} | {limit.Minimum} to {limit.Maximum} | {limit.Unit} | {limit.Description} |");

    private static string Rows(string header, IEnumerable<string> rows)
    {
        var text = new StringBuilder(header).Append('\n').Append('|');
        foreach (var _ in header.Split('|').Skip(2)) text.Append("---|");
        text.Append('\n');
        foreach (var row in rows) text.Append(row).Append('\n');
        return text.ToString();
    }
}
