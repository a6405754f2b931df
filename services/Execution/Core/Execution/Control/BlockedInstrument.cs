using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>A position at a venue that our ledger and what is known of others do not explain. It blocks its instrument, unless it is
/// dust.</summary>
/// <param name="Ours">Signed, units: the sum of our fills.</param>
/// <param name="Theirs">Signed, units: the venue is the authority.</param>
public sealed record BlockedInstrument(
    string Venue, string Account, InstrumentId Instrument, decimal Ours, decimal Theirs, DateTimeOffset Since)
{
    /// <summary>Signed, units that a person said are not ours.</summary>
    public decimal External { get; init; }

    /// <summary>Signed, units that nobody explains.</summary>
    public decimal Difference => Theirs - Ours - External;

    /// <summary>Units, the smallest quantity that the venue trades; zero: it is not known, and every difference counts.</summary>
    public decimal Least { get; init; }

    /// <summary>All of the difference together is less than what the venue trades: nobody can trade it away, and it blocks
    /// nothing.</summary>
    public bool IsDust => Math.Abs(Difference) < Least;

    /// <summary>The least quantity alone moves with the price: that is no news while it does not change what blocks.</summary>
    public bool TellsTheSameAs(BlockedInstrument? before) =>
        before is not null && this with { Least = before.Least } == before && IsDust == before.IsDust;

    public PositionMismatchChanged ToEvent(bool isBlocked, DateTimeOffset at) =>
        new(Venue, Account, Instrument.ToString(), Ours, External, Theirs, isBlocked, at);
}
