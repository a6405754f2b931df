using Superintel.Venue.Binance.Signing;

namespace Superintel.Venue.Binance.Keys;

/// <summary>A signer, and what takes its secrets out of texts.</summary>
public sealed record Credentials(ISigner Signer, Redaction Redaction)
{
    public override string ToString() => "Credentials (redacted)";
}
