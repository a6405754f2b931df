namespace Superintel.Contracts.Events.V1;

/// <summary>
/// A person said which units at a venue are not the desk's: held before it came, bought by hand, deposited or withdrawn. They are neither
/// in its ledger nor in its risk. Applied once per (venue, account, instrument, version).
/// </summary>
/// <param name="Quantity">Signed, units; zero: none any more.</param>
/// <param name="By">Who said so.</param>
/// <param name="Version">Counts its changes, from 1.</param>
public sealed record ExternalHoldingChanged(
    string Venue,
    string Account,
    string InstrumentId,
    decimal Quantity,
    string By,
    string Reason,
    int Version,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"external-holding-changed/{Venue}/{Account}/{InstrumentId}/{Version}";
}
