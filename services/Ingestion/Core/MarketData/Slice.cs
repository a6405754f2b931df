namespace Superintel.Ingestion.MarketData;

/// <summary>All that a feed's sources say about one interval that closed at one time, before the gate.</summary>
/// <param name="Candidates">In any order; an instrument occurs once per source.</param>
public sealed record Slice(string Feed, SlicePosition Position, IReadOnlyList<BarCandidate> Candidates);
