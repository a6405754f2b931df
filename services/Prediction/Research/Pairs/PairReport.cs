using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Pairs;

/// <summary>The report of a pair backtest as named numbers.</summary>
internal static class PairReport
{
    public static JsonObject Of(SeriesTable table, PairRun run, SweepResult? sweep, MonteCarloReport resample)
    {
        var measures = run.Measures;
        var result = new JsonObject
        {
            ["pair"] = new JsonArray([.. table.Names.Select(n => (JsonNode)n)]),
            ["bars"] = run.Totals.Bars,
            ["rule"] = Rule(run.Rule),
            ["profitAndLoss"] = run.Totals.ProfitAndLoss,
            ["capital"] = run.Capital,
            ["totalReturn"] = measures.TotalReturn,
            ["cagr"] = measures.AnnualReturn,
            ["volatility"] = measures.AnnualVolatility,
            ["sharpe"] = measures.Sharpe,
            ["sortino"] = measures.Sortino,
            ["calmar"] = measures.Calmar,
            ["maxDrawdown"] = measures.MaximumDrawdown,
            ["cvar95"] = measures.ConditionalValueAtRisk,
            ["hitRate"] = run.Totals.Trades > 0 ? run.Totals.Wins / (double)run.Totals.Trades : 0,
            ["turnover"] = run.Totals.Traded / run.Capital,
            ["exposure"] = run.Totals.BarsInMarket / (double)run.Totals.Bars,
            ["costs"] = run.Totals.Costs,
            ["probabilisticSharpe"] = measures.ProbabilisticSharpe,
            ["trials"] = sweep?.Outcomes.Count ?? 1,
            ["deflatedSharpe"] = sweep?.DeflatedSharpe ?? measures.ProbabilisticSharpe,
            ["bootstrap"] = new JsonObject
            {
                ["paths"] = resample.Paths,
                ["totalReturn"] = Range(resample.TotalReturn),
                ["sharpe"] = Range(resample.Sharpe),
                ["maxDrawdown"] = Range(resample.MaximumDrawdown),
                ["lossProbability"] = resample.LossProbability,
            },
            ["trades"] = new JsonArray([.. run.Trades.Select(t => (JsonNode)Trade(table, t))]),
            ["equity"] = JsonNumbers.Array(run.Equity),
        };
        return result;
    }

    private static JsonObject Rule(PairRule rule) => new()
    {
        ["entry"] = rule.Entry,
        ["exit"] = rule.Exit,
        ["stop"] = double.IsFinite(rule.Stop) ? rule.Stop : null,
        ["maxHold"] = rule.MaximumHolding,
    };

    private static JsonArray Range(MonteCarloRange range) => JsonNumbers.Array([range.Low, range.Median, range.High]);

    private static JsonObject Trade(SeriesTable table, PairTrade trade) => new()
    {
        ["entry"] = table.Timestamps[trade.EntryBar],
        ["exit"] = table.Timestamps[trade.ExitBar],
        ["direction"] = trade.Direction,
        ["quantityA"] = trade.QuantityY,
        ["quantityB"] = trade.QuantityX,
        ["profitAndLoss"] = trade.ProfitAndLoss,
    };
}
