using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>Options and checks that several models share.</summary>
internal static class ModelOptions
{
    public static Option<bool> Returns() =>
        new("--returns") { Description = "Work on differences of natural logarithms of the columns." };

    public static Option<double> Scale() =>
        new("--scale") { Description = "Factor on the values, after --returns.", DefaultValueFactory = _ => 1 };

    public static Option<int> Forecast() =>
        new("--forecast") { Description = "Bars ahead to forecast, 1 to 10000.", DefaultValueFactory = _ => 5 };

    public static Option<bool> Paths() => new("--paths") { Description = "Add one number per row: variances, probabilities, indices." };

    public static Option<string> Criterion()
    {
        var option = new Option<string>("--ic") { Description = "aic or bic, chooses the lags.", DefaultValueFactory = _ => "aic" };
        option.AcceptOnlyFromAmong("aic", "bic");
        return option;
    }

    public static Option<string> Constant()
    {
        var option = new Option<string>("--trend") { Description = "c constant, n none.", DefaultValueFactory = _ => "c" };
        option.AcceptOnlyFromAmong("c", "n");
        return option;
    }

    /// <summary>Refuses an option's value.</summary>
    public static void Demand(bool right, string message)
    {
        if (!right)
            throw new InputFaultException("bad-option", null, null, message);
    }

    public static int Steps(ParseResult parsed, Option<int> forecast)
    {
        int steps = parsed.GetValue(forecast);
        Demand(steps is >= 1 and <= 10_000, "--forecast is 1 to 10000");
        return steps;
    }

    /// <summary>The table, or the scaled log differences of its columns.</summary>
    public static SeriesTable Prepared(SeriesTable table, ParseResult parsed, Option<bool> returns, Option<double>? scale = null)
    {
        double factor = scale is null ? 1 : parsed.GetValue(scale);
        Demand(double.IsFinite(factor) && factor != 0, "--scale is a number other than 0");
        var prepared = parsed.GetValue(returns) ? Differences(table) : table;
        return factor == 1
            ? prepared
            : prepared with { Columns = [.. prepared.Columns.Select(c => Array.ConvertAll(c, v => factor * v))] };
    }

    /// <summary>Whole numbers of a list such as 1,5,22.</summary>
    public static int[] Wholes(string text, string option)
    {
        string[] parts = NameList.Of(text);
        int[] numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
            Demand(int.TryParse(parts[i], out numbers[i]), $"{option} {text} is not a list of whole numbers");
        return numbers;
    }

    public static JsonArray Cube(double[][][] slices) => new([.. slices.Select(s => (JsonNode)JsonNumbers.Matrix(s))]);

    private static SeriesTable Differences(SeriesTable table)
    {
        var logs = table.Logs();
        return logs with
        {
            Timestamps = [.. logs.Timestamps.Skip(1)],
            SourceRows = [.. logs.SourceRows.Skip(1)],
            Columns = [.. logs.Columns.Select(c => c.Skip(1).Zip(c, (next, last) => next - last).ToArray())],
        };
    }
}
