using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Research.Input;
using Superintel.Prediction.Research.Pairs;
using Superintel.Prediction.Research.Screening;
using Superintel.Prediction.Research.Stats;

namespace Superintel.Prediction.Research;

/// <summary>All methods. Made anew by whoever needs one: options carry the state of the parser.</summary>
public sealed class MethodCatalogue
{
    private readonly List<ResearchMethod> methods = [];

    private MethodCatalogue()
    {
    }

    /// <summary>Statistics first, then jobs, in the order in which help lists them.</summary>
    public IReadOnlyList<ResearchMethod> All => methods;

    public static MethodCatalogue Create()
    {
        var catalogue = new MethodCatalogue();
        UnitRootStatistics.AddTo(catalogue);
        StationarityStatistics.AddTo(catalogue);
        CointegrationStatistics.AddTo(catalogue);
        RegressionStatistics.AddTo(catalogue);
        SpreadStatistics.AddTo(catalogue);
        VolatilityStatistics.AddTo(catalogue);
        RegimeStatistics.AddTo(catalogue);
        VectorStatistics.AddTo(catalogue);
        CopulaStatistics.AddTo(catalogue);
        AutoRegressionStatistics.AddTo(catalogue);
        GroupingStatistics.AddTo(catalogue);
        catalogue.methods.AddRange([ScreenMethod.Create(), new PairBacktest().Method, LookAheadCheck.Create()]);
        return catalogue;
    }

    /// <summary>The method of a name, or null.</summary>
    public ResearchMethod? Find(string name) => methods.Find(method => method.Name == name);

    /// <summary>Adds one statistic.</summary>
    /// <param name="name">Its verb.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="series">Least and greatest number of series.</param>
    /// <param name="compute">From the table and the parsed options to named numbers.</param>
    /// <param name="options">Its own options.</param>
    internal void Add(
        string name,
        string description,
        (int Least, int Greatest) series,
        Func<SeriesTable, ParseResult, JsonObject> compute,
        params Option[] options) => methods.Add(new ResearchMethod(
            name, description, MethodKind.Statistic, series, options, call => compute(call.Table, call.Options)));
}
