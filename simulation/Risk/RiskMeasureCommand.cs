using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Research;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Measures.Tails;
using Superintel.Simulation.Research;

namespace Superintel.Simulation.Risk;

/// <summary>The command <c>risk-measure</c>.</summary>
public static class RiskMeasureCommand
{
    public static Command Create()
    {
        var input = new ResearchInput();
        var (covariance, tail) = (RiskOptionsText.Covariance(), RiskOptionsText.Tail());
        var weights = new Option<string?>("--weights") { Description = "A=0.6,B=0.4; who is not named gets 0. Default: equal weights." };
        var seed = new Option<int>("--seed") { Description = "Of the Monte Carlo draws.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "risk-measure", "Value at risk, CVaR, volatility and covariance of a file of simple returns, a date and a column per asset.")
            { covariance, tail, weights, seed };
        input.AddTo(command, log: false);
        command.SetAction(parsed => ResearchRun.Execute(input.Json(parsed), () => input.Read(parsed), table =>
        {
            var panel = ReturnFile.Panel(table);
            var book = parsed.GetValue(weights) is { } text
                ? NamedNumbers.Read(text, panel.Names, 0)
                : [.. Enumerable.Repeat(1.0 / panel.Assets, panel.Assets)];
            var method = RiskOptionsText.Of(RiskOptionsText.Tails, parsed.GetValue(tail)!);
            var estimate = CovarianceEstimator.Estimate(
                panel, RiskOptionsText.Of(RiskOptionsText.Covariances, parsed.GetValue(covariance)!));
            var workspace = new TailWorkspace();
            JsonObject Of(ReadOnlySpan<double> returns) => Measures(returns, method, parsed.GetValue(seed), workspace);
            var assets = new JsonObject();
            for (var i = 0; i < panel.Assets; i++) assets[panel.Names[i]] = Of(panel.Returns(i));
            return new JsonObject
            {
                ["tail"] = parsed.GetValue(tail),
                ["periods"] = panel.Periods,
                ["assets"] = assets,
                ["portfolio"] = Portfolio(panel, book, estimate, Of(panel.Portfolio(book))),
                ["covariance"] = new JsonObject
                {
                    ["method"] = parsed.GetValue(covariance),
                    ["matrix"] = JsonNumbers.Matrix(estimate.Matrix.Chunk(panel.Assets)),
                    ["shrinkage"] = estimate.Shrinkage,
                },
            };
        }));
        return command;
    }

    private static JsonObject Measures(ReadOnlySpan<double> returns, TailMethod method, int seed, TailWorkspace workspace)
    {
        var at95 = TailEstimator.Estimate(returns, 0.95, method, workspace, seed);
        var at99 = TailEstimator.Estimate(returns, 0.99, method, workspace, seed);
        return new JsonObject
        {
            ["var95"] = at95.Var,
            ["cvar95"] = at95.Cvar,
            ["var99"] = at99.Var,
            ["cvar99"] = at99.Cvar,
            ["volatility"] = Deviation(returns),
        };
    }

    private static JsonObject Portfolio(ReturnPanel panel, double[] weights, CovarianceEstimate covariance, JsonObject measures)
    {
        var results = panel.Portfolio(weights);
        var share = TailContribution.Of(panel, weights, 0.95);
        var drawdowns = Drawdowns.Of(results);
        measures["covarianceVolatility"] = Math.Sqrt(covariance.Variance(weights));
        measures["weights"] = ByName(panel, weights);
        measures["componentCvar95"] = ByName(panel, share.Component);
        measures["marginalCvar95"] = ByName(panel, share.Marginal);
        measures["maxDrawdown"] = drawdowns.Maximum;
        measures["effectiveAssets"] = Concentration.Of(weights).EffectiveAssets;
        return measures;
    }

    private static JsonObject ByName(ReturnPanel panel, double[] values)
    {
        var named = new JsonObject();
        for (var i = 0; i < values.Length; i++) named[panel.Names[i]] = values[i];
        return named;
    }

    private static double Deviation(ReadOnlySpan<double> returns)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in returns) mean += value / returns.Length;
        foreach (var value in returns) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (returns.Length - 1));
    }
}
