namespace Superintel.Venue.Binance.Wire;

/// <summary>Why bytes from outside were refused.</summary>
/// <param name="Code">Stable, kebab-case: malformed-json, missing-field, wrong-type, bad-number, too-large, too-many,
/// unknown-message.</param>
/// <param name="Field">Where; empty when it is about the whole.</param>
public sealed record WireError(string Code, string Field)
{
    public override string ToString() => Field.Length == 0 ? Code : $"{Code} ({Field})";
}
