namespace Superintel.Execution.Execution.Fills;

/// <summary>A fill at its place in the ledger.</summary>
/// <param name="Sequence">Counts up in order of recording.</param>
public sealed record LedgerFill(long Sequence, Fill Fill);
