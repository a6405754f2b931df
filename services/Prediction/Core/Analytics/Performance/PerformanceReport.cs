namespace Superintel.Prediction.Analytics.Performance;

/// <summary>Measures of a series of returns.</summary>
/// <param name="Bars">Number of returns.</param>
/// <param name="TotalReturn">Compounded.</param>
/// <param name="AnnualReturn">Compound annual growth rate; -1 after ruin.</param>
/// <param name="AnnualVolatility">Sample deviation times the square root of bars per year.</param>
/// <param name="Sharpe">Annualised, no risk-free rate.</param>
/// <param name="Sortino">Annualised mean over annualised downside deviation below zero.</param>
/// <param name="Calmar">Annual return over maximum drawdown.</param>
/// <param name="MaximumDrawdown">Greatest fall below a peak as a positive fraction of the peak, the start counting as one.</param>
/// <param name="ConditionalValueAtRisk">Mean loss of the worst 5 % of bars, positive for a loss.</param>
/// <param name="HitRate">Share of bars with a positive return among those with any.</param>
/// <param name="ProbabilisticSharpe">Probability that the true Sharpe ratio is above zero.</param>
/// <remarks>Conventions of Quantopian's empyrical. A ratio without a denominator is 0.</remarks>
public sealed record PerformanceReport(
    int Bars,
    double TotalReturn,
    double AnnualReturn,
    double AnnualVolatility,
    double Sharpe,
    double Sortino,
    double Calmar,
    double MaximumDrawdown,
    double ConditionalValueAtRisk,
    double HitRate,
    double ProbabilisticSharpe);
