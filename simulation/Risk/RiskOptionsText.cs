using System.CommandLine;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Measures.Tails;

namespace Superintel.Simulation.Risk;

/// <summary>Options that both commands have, and their words.</summary>
internal static class RiskOptionsText
{
    public static readonly (string Word, CovarianceMethod Method)[] Covariances =
    [
        ("sample", CovarianceMethod.Sample), ("ewma", CovarianceMethod.Ewma), ("ledoit-wolf", CovarianceMethod.LedoitWolf),
        ("oas", CovarianceMethod.Oas),
    ];

    public static readonly (string Word, TailMethod Method)[] Tails =
    [
        ("historical", TailMethod.Historical), ("normal", TailMethod.Normal), ("student-t", TailMethod.StudentT),
        ("cornish-fisher", TailMethod.CornishFisher), ("filtered-historical", TailMethod.FilteredHistorical),
        ("monte-carlo", TailMethod.MonteCarlo),
    ];

    public static Option<string> Covariance() =>
        Choice("--covariance", "How covariances are estimated.", "sample", Covariances.Select(c => c.Word));

    public static Option<string> Tail() => Choice("--tail", "Where the tail is taken from.", "historical", Tails.Select(c => c.Word));

    public static TMethod Of<TMethod>((string Word, TMethod Method)[] table, string word) => table.First(row => row.Word == word).Method;

    public static Option<string> Choice(string name, string description, string otherwise, IEnumerable<string> words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }
}
