namespace Superintel.Venue.Binance.Signing;

/// <summary>Signs a request's payload. Never says its secret, in no text.</summary>
public interface ISigner
{
    /// <summary>The key's public half, sent as X-MBX-APIKEY.</summary>
    string ApiKey { get; }

    /// <summary>True: session.logon takes it, and orders of a logged on connection need no signature.</summary>
    bool OpensSessions { get; }

    /// <summary>The signature as text: hexadecimal for HMAC, base64 for Ed25519; to be percent-encoded in a query.</summary>
    string Sign(ReadOnlySpan<byte> payload);
}
