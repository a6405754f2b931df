namespace Superintel.Prediction.Service.Adapters.Signals;

/// <summary>A row of the table stance.</summary>
internal sealed record StanceRow(
    string PairId,
    string Side,
    string? Formation,
    string? OpenedBy,
    DateTimeOffset ChangedAt,
    int BarsHeld,
    int CoolDownBars);
