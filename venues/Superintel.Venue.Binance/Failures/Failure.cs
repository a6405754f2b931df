namespace Superintel.Venue.Binance.Failures;

/// <summary>A call that did not give its answer.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="VenueCode">Binance's own number; 0 when it gave none.</param>
/// <param name="Text">For a person; holds no key, secret or signature.</param>
/// <param name="RetryAfter">How long the exchange wants to be left alone; zero when it did not say.</param>
public sealed record Failure(FailureKind Kind, string Code, int VenueCode, string Text, TimeSpan RetryAfter)
{
    public override string ToString() => VenueCode == 0 ? $"{Code}: {Text}" : $"{Code} ({VenueCode}): {Text}";
}
