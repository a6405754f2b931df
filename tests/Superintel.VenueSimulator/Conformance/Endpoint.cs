namespace Superintel.VenueSimulator.Conformance;

/// <summary>Which endpoint the cases run against.</summary>
/// <param name="AllowLive">Told once.</param>
/// <param name="LiveAccount">Told twice: the account's name, written out; null unless given.</param>
public sealed record Endpoint(string Host, int Port, bool AllowLive, string? LiveAccount);
