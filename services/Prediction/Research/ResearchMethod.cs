using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research;

/// <summary>One question that can be asked of series, with the options it takes: the same for a command line and for HTTP.</summary>
/// <param name="Name">Its verb.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Kind">Answered at once or as a job.</param>
/// <param name="Series">Least and greatest number of series.</param>
/// <param name="Options">Its own options. None of them names a file or concerns the machine: those belong to who calls.</param>
/// <param name="Compute">From the call to named numbers.</param>
public sealed record ResearchMethod(
    string Name,
    string Description,
    MethodKind Kind,
    (int Least, int Greatest) Series,
    IReadOnlyList<Option> Options,
    Func<ResearchCall, JsonObject> Compute)
{
    /// <summary>Series that the options name themselves, in order; null when the caller chooses them.</summary>
    public Func<ParseResult, IReadOnlyList<string>>? Chosen { get; init; }

    /// <summary>The table again, when it has as many series as the method takes.</summary>
    /// <exception cref="InputFaultException">Too few or too many.</exception>
    public SeriesTable Demand(SeriesTable table) => table.Names.Count >= Series.Least && table.Names.Count <= Series.Greatest
        ? table
        : throw new InputFaultException(
            "wrong-number-of-columns",
            null,
            null,
            $"{Name} takes {Range()} series, {table.Names.Count} are chosen; use --columns");

    /// <summary>Computes, names what is at fault, and lets no number out that is none.</summary>
    /// <exception cref="InputFaultException">The series or the options cannot be worked on.</exception>
    public JsonObject Run(ResearchCall call)
    {
        try
        {
            var result = Compute(call);
            FiniteResult.Demand(result);
            return result;
        }
        catch (SeriesFaultException fault)
        {
            throw SeriesFaults.Named(fault, call.Table);
        }
    }

    private string Range() => Series.Least == Series.Greatest ? $"{Series.Least}" : $"{Series.Least} to {Series.Greatest}";
}
