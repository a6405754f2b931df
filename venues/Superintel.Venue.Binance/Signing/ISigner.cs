namespace Superintel.Venue.Binance.Signing;

/// <summary>Signs a request's payload. Never says its secret, in no text.</summary>
public interface ISigner
{
    /// <summary>Characters of the longest signature.</summary>
    const int Longest = 88;

    /// <summary>The key's public half, sent as X-MBX-APIKEY.</summary>
    string ApiKey { get; }

    /// <summary>True: session.logon takes it, and orders of a logged on connection need no signature.</summary>
    bool OpensSessions { get; }

    /// <summary>The signature as text: hexadecimal for HMAC, base64 for Ed25519; to be percent-encoded in a query.</summary>
    /// <param name="into">At least <see cref="Longest"/>; ASCII.</param>
    /// <returns>What was written of it.</returns>
    ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> payload, Span<byte> into);
}
