using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Transport;

/// <summary>Reads a body, but no more of it than is reasonable.</summary>
internal static class BoundedBody
{
    /// <returns>Null: larger than <see cref="WireLimits.Body"/>.</returns>
    public static async Task<byte[]?> Read(HttpContent content, CancellationToken ct)
    {
        if (content.Headers.ContentLength > WireLimits.Body) return null;
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (body.Length + read > WireLimits.Body) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
