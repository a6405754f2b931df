using Superintel.Kernel;
using Superintel.Risk.KillSwitch;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Postgres;

internal sealed record SwitchRow
{
    public string State { get; init; } = "";

    public bool Flatten { get; init; }

    public string Target { get; init; } = "";

    public string Reason { get; init; } = "";

    public string MovedBy { get; init; } = "";

    public DateTimeOffset MovedAt { get; init; }

    public long Version { get; init; }

    /// <exception cref="InvalidOperationException">The switch was never moved: there is nothing to store.</exception>
    public static SwitchRow Of(SwitchPosition position) => new()
    {
        State = position.State.ToString(),
        Flatten = position.Flatten,
        Target = position.Target.ToString(),
        Reason = position.Reason,
        MovedBy = position.By,
        MovedAt = position.At ?? throw new InvalidOperationException("A switch that was never moved is not stored."),
        Version = position.Version,
    };

    public SwitchPosition ToPosition() => new(
        Enum.Parse<TradingState>(State), Flatten, Enum.Parse<TradingState>(Target), Reason, MovedBy, MovedAt, Version);
}
