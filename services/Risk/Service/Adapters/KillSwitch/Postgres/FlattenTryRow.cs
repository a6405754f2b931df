using Superintel.Risk.KillSwitch;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Postgres;

internal sealed record FlattenTryRow
{
    public long Version { get; init; }

    public string PairId { get; init; } = "";

    public int Cleared { get; init; }

    public int Placed { get; init; }

    public string Denied { get; init; } = "";

    public DateTimeOffset ClearedAt { get; init; }

    public bool GaveUp { get; init; }

    public FlattenTry ToTry() => new(Version, PairId, Cleared, Placed, Denied, ClearedAt, GaveUp);
}
