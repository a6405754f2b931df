using System.Text.Json;
using Superintel.Simulation.Research;

namespace Superintel.Simulation.Tests.Research;

/// <summary>Runs <c>stats</c> in this process and reads what it prints.</summary>
internal static class StatsRun
{
    private static readonly string Sample = Path.Combine(Root(), "data/sample/dow30_close_daily_1990_2001.csv");

    public static JsonElement Json(string arguments)
    {
        var (code, text) = Run(arguments);
        Assert.That(code, Is.Zero, text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Code, series and row of a refusal.</summary>
    public static (string? Code, string? Series, int? Row) Refusal(string arguments, string? csv = null)
    {
        var (code, text) = Run(arguments, csv);
        Assert.That(code, Is.EqualTo(2), text);

        // The same refusal follows for a human, on the other stream.
        using var document = JsonDocument.Parse(text[..(text.LastIndexOf('}') + 1)]);
        var error = document.RootElement.GetProperty("error");
        var row = error.GetProperty("row");
        return (
            error.GetProperty("code").GetString(),
            error.GetProperty("series").GetString(),
            row.ValueKind == JsonValueKind.Number ? row.GetInt32() : null);
    }

    private static (int Code, string Text) Run(string arguments, string? csv = null)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var text = new StringWriter();
        using var refused = new StringWriter();
        Console.SetOut(text);
        Console.SetError(refused);
        try
        {
            int code = StatsCommand.Create().Parse([.. arguments.Split(' '), "--csv", csv ?? Sample, "--json"]).Invoke();
            return (code, text.ToString() + refused);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Superintel.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no Superintel.sln above the tests");
    }
}
