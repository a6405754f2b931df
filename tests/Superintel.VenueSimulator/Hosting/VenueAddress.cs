namespace Superintel.VenueSimulator.Hosting;

/// <summary>Where a simulated venue listens and who may come in; what does not apply is null.</summary>
public sealed record VenueAddress(
    string Venue, string Host, int Port, string? RestUrl = null, string? WsUrl = null, string? WsApiUrl = null, string? ApiKey = null,
    string? ApiSecret = null, string? Account = null);
