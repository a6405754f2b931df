using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Superintel.AppHost.Local.Control;

/// <summary>One line of JSON each way.</summary>
internal static class ControlWire
{
    private const int LongestLine = 256 << 10;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static async Task Write<T>(NetworkStream stream, T message, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message, Format) + "\n"), cancellationToken);

    /// <exception cref="InvalidDataException">The other side sent no such message.</exception>
    public static async Task<T> Read<T>(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        var buffer = new byte[4096];
        while (line.Length < LongestLine)
        {
            var length = await stream.ReadAsync(buffer, cancellationToken);
            line.Write(buffer, 0, length);
            if (length == 0 || buffer.AsSpan(0, length).Contains((byte)'\n'))
                break;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(line.ToArray(), Format) ?? throw new InvalidDataException("An empty message.");
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }
}
