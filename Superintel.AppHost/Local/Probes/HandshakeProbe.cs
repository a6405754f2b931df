using System.Net;
using System.Net.Sockets;
using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Probes;

/// <summary>Ready when a server on the loopback answers the first bytes of its protocol as it should.</summary>
public abstract class HandshakeProbe(int port) : IProbe
{
    protected abstract ReadOnlyMemory<byte> Greeting { get; }

    /// <returns>Null when the answer is that of a server that is ready.</returns>
    protected abstract string? Judge(ReadOnlySpan<byte> answer);

    public async Task<ProbeAnswer> Ask(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient(AddressFamily.InterNetwork);
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync(Greeting, cancellationToken);
            var buffer = new byte[256];
            var length = await stream.ReadAsync(buffer, cancellationToken);
            var complaint = length == 0 ? "closed the connection" : Judge(buffer.AsSpan(0, length));
            return complaint is null ? ProbeAnswer.Ready : ProbeAnswer.Not(complaint);
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return ProbeAnswer.Not(failure.Message);
        }
    }
}
