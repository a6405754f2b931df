using System.CommandLine;
using System.Text.Json.Nodes;

namespace Superintel.Simulation.Research.Stats;

/// <summary>The command <c>stats</c>: one statistic of the columns of a file.</summary>
public static class StatsCommand
{
    public static Command Create()
    {
        var command = new Command("stats", "Test, regress or model the columns of a CSV file.");
        UnitRootStatistics.AddTo(command);
        StationarityStatistics.AddTo(command);
        CointegrationStatistics.AddTo(command);
        RegressionStatistics.AddTo(command);
        SpreadStatistics.AddTo(command);
        VolatilityStatistics.AddTo(command);
        RegimeStatistics.AddTo(command);
        VectorStatistics.AddTo(command);
        CopulaStatistics.AddTo(command);
        AutoRegressionStatistics.AddTo(command);
        GroupingStatistics.AddTo(command);
        return command;
    }

    /// <summary>Adds one statistic.</summary>
    /// <param name="parent">The command stats.</param>
    /// <param name="name">Its verb.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="series">Least and greatest number of columns.</param>
    /// <param name="compute">From the table and the parsed options to named numbers.</param>
    /// <param name="options">Its own options.</param>
    internal static void Add(
        Command parent,
        string name,
        string description,
        (int Least, int Greatest) series,
        Func<SeriesTable, ParseResult, JsonObject> compute,
        params Option[] options)
    {
        var command = new Command(name, description);
        var input = new ResearchInput();
        input.AddTo(command);
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction(parsed => ResearchRun.Execute(
            input.Json(parsed),
            () => Demand(input.Read(parsed), name, series),
            table => compute(table, parsed)));
        parent.Subcommands.Add(command);
    }

    private static SeriesTable Demand(SeriesTable table, string name, (int Least, int Greatest) series) =>
        table.Names.Count >= series.Least && table.Names.Count <= series.Greatest
            ? table
            : throw new InputFaultException(
                "wrong-number-of-columns",
                null,
                null,
                $"{name} takes {Range(series)} series, {table.Names.Count} are chosen; use --columns");

    private static string Range((int Least, int Greatest) series) =>
        series.Least == series.Greatest ? $"{series.Least}" : $"{series.Least} to {series.Greatest}";
}
