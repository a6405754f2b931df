using Superintel.Execution.Execution.Control;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of blocked_instrument.</summary>
internal sealed class BlockedRow
{
    public string InstrumentId { get; init; } = "";
    public string Venue { get; init; } = "";
    public string Account { get; init; } = "";
    public decimal Ours { get; init; }
    public decimal External { get; init; }
    public decimal Theirs { get; init; }
    public decimal Step { get; init; }
    public DateTimeOffset Since { get; init; }

    public static BlockedRow Of(BlockedInstrument blocked) => new()
    {
        InstrumentId = blocked.Instrument.ToString(),
        Venue = blocked.Venue,
        Account = blocked.Account,
        Ours = blocked.Ours,
        External = blocked.External,
        Theirs = blocked.Theirs,
        Step = blocked.Least,
        Since = blocked.Since,
    };

    public BlockedInstrument ToBlocked() => new(Venue, Account, Kernel.InstrumentId.Parse(InstrumentId), Ours, Theirs, Since)
    {
        External = External,
        Least = Step,
    };
}
