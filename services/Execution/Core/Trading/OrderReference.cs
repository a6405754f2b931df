using Superintel.Kernel;

namespace Superintel.Execution.Trading;

/// <summary>How to find an order at a venue: by our name for it, and by what some venues want besides.</summary>
/// <param name="VenueOrderId">The venue's own name; null while it is not known.</param>
/// <param name="CreatedAt">No trace of the order at the venue can be older.</param>
public sealed record OrderReference(
    string Venue,
    string Account,
    ClientOrderId ClientOrderId,
    InstrumentId Instrument,
    string? VenueOrderId,
    DateTimeOffset CreatedAt);
