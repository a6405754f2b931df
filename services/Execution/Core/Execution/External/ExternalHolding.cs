using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.External;

/// <summary>
/// Units at a venue that are not the desk's, by a person's word: held before it came, bought by hand, deposited. The comparison expects
/// them beside the ledger; nothing else counts them.
/// </summary>
/// <param name="Quantity">Signed, units; zero: none any more.</param>
/// <param name="Version">Counts its changes, from 1.</param>
public sealed record ExternalHolding(
    string Venue,
    string Account,
    InstrumentId Instrument,
    decimal Quantity,
    string By,
    string Reason,
    DateTimeOffset At,
    int Version)
{
    public ExternalHoldingChanged ToEvent() =>
        new(Venue, Account, Instrument.ToString(), Quantity, By, Reason, Version, At);
}
