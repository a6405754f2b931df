using System.Net.Sockets;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Control;

/// <summary>Asks the host that runs the fleet of a state folder.</summary>
public static class ControlClient
{
    /// <returns>Null when no host answers there.</returns>
    /// <exception cref="FleetException">The host refused.</exception>
    public static async Task<ControlReply?> Ask(StateFolder folder, ControlRequest request, TimeSpan within)
    {
        if (!File.Exists(folder.ControlSocket))
            return null;
        using var patience = new CancellationTokenSource(within);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(folder.ControlSocket), patience.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            await ControlWire.Write(stream, request, patience.Token);
            var reply = await ControlWire.Read<ControlReply>(stream, patience.Token);
            return reply.Error is { } error ? throw new FleetException(error) : reply;
        }
        catch (Exception gone) when (gone is SocketException or IOException or InvalidDataException or OperationCanceledException)
        {
            return null;
        }
    }
}
