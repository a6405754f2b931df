using System.Text;

namespace Superintel.Venue.Binance.Signing;

/// <summary>A signature as a string, where it is not written into a request at once.</summary>
public static class SignatureText
{
    public static string Sign(this ISigner signer, ReadOnlySpan<byte> payload) =>
        Encoding.ASCII.GetString(signer.Sign(payload, stackalloc byte[ISigner.Longest]));
}
