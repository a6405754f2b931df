using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Research.Input;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation;
using Superintel.Risk.Optimisation.Programs;
using Superintel.Simulation.Research;

namespace Superintel.Simulation.Risk;

/// <summary>The command <c>optimise</c>.</summary>
public static class OptimiseCommand
{
    private static readonly string[] methods =
    [
        "min-variance", "max-sharpe", "mean-variance", "risk-parity", "hrp", "black-litterman", "min-cvar", "kelly", "half-kelly",
        "volatility-target", "equal",
    ];

    private static readonly string[] leastRisk = ["min-variance", "mean-variance", "min-cvar"];

    private static readonly string[] unlimited = ["risk-parity", "hrp", "volatility-target", "equal"];

    public static Command Create()
    {
        var (input, limits) = (new ResearchInput(), new OptimiseOptions());
        var method = RiskOptionsText.Choice("--method", "Which portfolio.", "min-variance", methods);
        var covariance = RiskOptionsText.Covariance();
        var target = new Option<double?>("--target") { Description =
            "Least mean return per period (mean-variance, min-cvar), or standard deviation per period (volatility-target)." };
        var confidence = new Option<double>("--confidence") { Description = "Of CVaR.", DefaultValueFactory = _ => 0.95 };
        var riskFree = new Option<double>("--risk-free") { Description = "Return per period.", DefaultValueFactory = _ => 0 };
        var leverage = new Option<double>("--leverage") { Description = "Most of the sum of absolute weights (volatility-target).",
            DefaultValueFactory = _ => 2 };
        var market = new Option<string?>("--market-weights") { Description = "A=0.6,B=0.4 (black-litterman). Default: equal." };
        var aversion = new Option<double>("--aversion") { Description = "Of the market (black-litterman).", DefaultValueFactory = _ =>
            2.5 };
        var views = new Option<string?>("--views") { Description = "Expected return per period, A=0.001,B=-0.002 (black-litterman)." };
        var command = new Command("optimise", "The best weights for a file of simple returns, a date and a column per asset.")
            { method, covariance, target, confidence, riskFree, leverage, market, aversion, views };
        limits.AddTo(command);
        input.AddTo(command, log: false);
        command.SetAction(parsed => ResearchRun.Execute(input.Json(parsed), () => input.Read(parsed), table =>
        {
            var panel = ReturnFile.Panel(table);
            var estimate = CovarianceEstimator.Estimate(
                panel, RiskOptionsText.Of(RiskOptionsText.Covariances, parsed.GetValue(covariance)!));
            if (unlimited.Contains(parsed.GetValue(method)!, StringComparer.Ordinal)) limits.DemandNone(parsed, parsed.GetValue(method)!);
            DemandUsed(
                parsed, parsed.GetValue(method)!, (target, ["mean-variance", "min-cvar", "volatility-target"]), (confidence, ["min-cvar"]),
                (riskFree, ["max-sharpe", "black-litterman"]), (leverage, ["volatility-target"]), (market, ["black-litterman"]),
                (aversion, ["black-litterman"]), (views, ["black-litterman"]));
            DemandRange(
                parsed.GetValue(confidence), parsed.GetValue(target), parsed.GetValue(riskFree), parsed.GetValue(leverage),
                parsed.GetValue(aversion));
            var constraints = limits.Read(parsed, panel.Names);
            var found = parsed.GetValue(method)! switch
            {
                "max-sharpe" => MeanVariance.MaximumSharpe(estimate, panel.Means(), parsed.GetValue(riskFree), constraints),
                "mean-variance" => MeanVariance.WithTarget(estimate, panel.Means(), Needed(parsed.GetValue(target)), constraints),
                "risk-parity" => RiskParity.Solve(estimate),
                "hrp" => HierarchicalRiskParity.Solve(estimate),
                "black-litterman" => Viewed(panel, estimate, constraints, (parsed.GetValue(market), parsed.GetValue(views)),
                    parsed.GetValue(aversion), parsed.GetValue(riskFree)),
                "min-cvar" => MinimumCvar.Solve(panel, parsed.GetValue(confidence), constraints, parsed.GetValue(target)),
                "kelly" => MeanVariance.Growth(estimate, panel.Means(), constraints),
                "half-kelly" => Half(estimate, panel.Means(), constraints),
                "volatility-target" => Scaled(estimate, Needed(parsed.GetValue(target)), parsed.GetValue(leverage)),
                "equal" => Equal(estimate),
                _ => MeanVariance.MinimumVariance(estimate, constraints),
            };
            DemandSubstance(found, parsed.GetValue(method)!, constraints);
            return Result(panel, found with { Method = parsed.GetValue(method)! });
        }));
        return command;
    }

    private static JsonObject Result(ReturnPanel panel, OptimalPortfolio found)
    {
        if (found.Status != ProgramStatus.Optimal)
        {
            var what = found.Status == ProgramStatus.Infeasible ? "no weights satisfy the constraints" : "the search did not settle";
            throw new InputFaultException(
                found.Status == ProgramStatus.Infeasible ? "infeasible" : SeriesFaultCodes.NotConverged, null, null,
                $"{what}; the residual is {found.KktResidual:E1}");
        }
        var weights = new JsonObject();
        for (var i = 0; i < panel.Assets; i++) weights[panel.Names[i]] = found.Weights[i];
        return new JsonObject
        {
            ["method"] = found.Method,
            ["weights"] = weights,
            ["objective"] = found.Objective,
            ["kktResidual"] = found.KktResidual,
        };
    }

    // Of a portfolio of any size the least risky one is none at all: true, and no answer to what was asked.
    private static void DemandSubstance(OptimalPortfolio found, string method, PortfolioConstraints constraints)
    {
        if (found.Status != ProgramStatus.Optimal || constraints.Sum is not (null or 0) || !leastRisk.Contains(method)) return;
        if (found.Weights.Sum(Math.Abs) > 1e-6) return;
        throw new InputFaultException(
            "trivial-optimum", null, null,
            "to hold nothing has the least risk; say how large it is to be: --sum, a --target above zero, or --bounds that exclude zero");
    }

    private static double Needed(double? target) =>
        target ?? throw new InputFaultException("bad-option", null, null, "this method needs --target");

    private static OptimalPortfolio Viewed(
        ReturnPanel panel, CovarianceEstimate covariance, PortfolioConstraints constraints, (string? Market, string? Views) said,
        double aversion, double riskFree)
    {
        var market = said.Market is { } text
            ? NamedNumbers.Read(text, panel.Names, 0)
            : [.. Enumerable.Repeat(1.0 / panel.Assets, panel.Assets)];
        var prior = BlackLitterman.Implied(covariance, market, aversion, riskFree);
        var (means, posterior) = BlackLitterman.Posterior(covariance, prior, NamedNumbers.Pairs(said.Views ?? "", panel.Names));
        return MeanVariance.MaximumSharpe(posterior, means, riskFree, constraints);
    }

    private static OptimalPortfolio Half(CovarianceEstimate covariance, double[] means, PortfolioConstraints constraints)
    {
        var whole = MeanVariance.Growth(covariance, means, constraints);
        double[] weights = [.. whole.Weights.Select(weight => weight / 2)];
        var growth = means.Zip(weights, (mean, weight) => mean * weight).Sum() - (covariance.Variance(weights) / 2);
        return whole with { Weights = weights, Objective = growth };
    }

    private static OptimalPortfolio Equal(CovarianceEstimate covariance)
    {
        double[] weights = [.. Enumerable.Repeat(1.0 / covariance.Size, covariance.Size)];
        return new OptimalPortfolio("equal", ProgramStatus.Optimal, weights, covariance.Variance(weights), 0);
    }

    private static OptimalPortfolio Scaled(CovarianceEstimate covariance, double target, double leverage)
    {
        var parity = RiskParity.Solve(covariance);
        var weights = VolatilityTarget.Scale(covariance, parity.Weights, target, leverage);
        return parity with { Weights = weights, Objective = Math.Sqrt(covariance.Variance(weights)) };
    }

    // An option that the method does not know would be forgotten without a word.
    private static void DemandUsed(ParseResult parsed, string method, params (Option Option, string[] Methods)[] uses)
    {
        foreach (var (option, users) in uses)
        {
            if (parsed.GetResult(option) is { Implicit: false } && !users.Contains(method, StringComparer.Ordinal))
                throw new InputFaultException(
                    "bad-option", null, null, $"{method} takes no {option.Name}; it is for {string.Join(", ", users)}");
        }
    }

    private static void DemandRange(double confidence, double? target, double riskFree, double leverage, double aversion)
    {
        var wrong = confidence is not (> 0.5 and < 1) ? "--confidence is between 0.5 and 1"
            : target is { } wanted && !double.IsFinite(wanted) ? "--target is a number"
            : !double.IsFinite(riskFree) ? "--risk-free is a number"
            : !(double.IsFinite(leverage) && leverage > 0) ? "--leverage is above zero"
            : !(double.IsFinite(aversion) && aversion > 0) ? "--aversion is above zero"
            : null;
        if (wrong is not null) throw new InputFaultException("bad-option", null, null, wrong);
    }
}
