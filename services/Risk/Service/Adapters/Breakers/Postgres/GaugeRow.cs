namespace Superintel.Risk.Service.Adapters.Breakers.Postgres;

internal sealed record GaugeRow
{
    public int LosingStreak { get; init; }

    public string Realized { get; init; } = "";

    public string Venues { get; init; } = "";

    internal sealed record PairResult(string PairId, decimal Realized);
}
