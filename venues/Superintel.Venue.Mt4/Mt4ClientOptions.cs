namespace Superintel.Venue.Mt4;

/// <summary>Where the bridge is.</summary>
public sealed record Mt4ClientOptions
{
    /// <summary>Default http://127.0.0.1:8005, the bridge on this machine.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:8005");

    /// <summary>The bridge's token; a secret, never logged.</summary>
    public string Token { get; init; } = "";

    /// <summary>The bridge shows the certificate that follows from the token (its --tls), and no other is accepted. Default false: an
    /// https address then needs a certificate that this machine trusts.</summary>
    public bool OwnCertificate { get; init; }

    /// <summary>After this nobody knows what became of a request. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest answer that is read, bytes. Default 4 MiB.</summary>
    public int LargestAnswer { get; init; } = 4 * 1024 * 1024;

    // A record prints its members: this one keeps its secret.
    public override string ToString() => $"{nameof(Mt4ClientOptions)} {{ Url = {Url}, Timeout = {Timeout} }}";
}
