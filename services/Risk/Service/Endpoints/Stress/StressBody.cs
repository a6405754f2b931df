namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>POST /api/risk/stress: a named scenario, or one's own moves.</summary>
/// <param name="Scenario">Historical or drawn; null with <paramref name="Assets"/> or <paramref name="Currencies"/>.</param>
/// <param name="Multiple">Times which it is applied; default 1.</param>
/// <param name="Assets">Simple return by asset class, for example equity: -0.2.</param>
/// <param name="Currencies">Simple return in US dollars by currency code.</param>
/// <param name="Seed">Of a scenario that is drawn.</param>
internal sealed record StressBody(
    string? Scenario = null, double Multiple = 1, IReadOnlyDictionary<string, double>? Assets = null,
    IReadOnlyDictionary<string, double>? Currencies = null, int Seed = 1);
