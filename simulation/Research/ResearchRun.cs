using System.Text.Json;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Input;

namespace Superintel.Simulation.Research;

/// <summary>Prints a result, or the named reason why there is none.</summary>
internal static class ResearchRun
{
    /// <summary>Exit code of input that cannot be worked on.</summary>
    public const int BadInput = 2;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Runs a computation over a table.</summary>
    /// <returns>0, or 2 when the input is at fault.</returns>
    public static int Execute(bool json, Func<SeriesTable> read, Func<SeriesTable, JsonObject> compute)
    {
        SeriesTable? table = null;
        try
        {
            table = read();
            var result = compute(table);
            FiniteResult.Demand(result);
            Console.Out.WriteLine(json ? result.ToJsonString(Indented) : ResearchText.Of(result));
            return 0;
        }
        catch (InputFaultException fault)
        {
            return Refuse(json, fault.Code, fault.Series, fault.Row, fault.Message);
        }
        catch (SeriesFaultException thrown) when (table is not null)
        {
            var fault = SeriesFaults.Named(thrown, table);
            return Refuse(json, fault.Code, fault.Series, fault.Row, fault.Message);
        }
    }

    private static int Refuse(bool json, string code, string? series, int? row, string message)
    {
        if (json)
        {
            var error = new JsonObject { ["code"] = code, ["series"] = series, ["row"] = row, ["message"] = message };
            Console.Out.WriteLine(new JsonObject { ["error"] = error }.ToJsonString(Indented));
        }

        string where = (series is null ? "" : $" series {series}") + (row is null ? "" : $" row {row}");
        Console.Error.WriteLine($"error {code}:{where} {message}");
        return BadInput;
    }
}
