using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.Exposure.External;

/// <summary>What an account holds of an instrument and nobody explains: neither the desk's fills nor a person's word.</summary>
/// <param name="Quantity">Signed, units; zero when all is explained.</param>
/// <param name="At">When the venue was asked: an older answer changes nothing.</param>
public sealed record ExternalPosition(string Venue, string Account, InstrumentId Instrument, decimal Quantity, DateTimeOffset At)
{
    /// <summary>Under which it stands among the pairs of a book: it belongs to none.</summary>
    public string Name => $"external:{Venue}/{Account}/{Instrument}";

    public static ExternalPosition From(PositionMismatchChanged told) => new(
        told.Venue,
        told.Account,
        InstrumentId.Parse(told.InstrumentId),
        told.IsBlocked ? told.VenueQuantity - told.LedgerQuantity - told.ExternalQuantity : 0m,
        told.OccurredAt);
}
