using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Superintel.TestKit;

/// <summary>
/// A port for what listens later, or again on the same one. It lies below those that Linux gives to whoever asks for any (32768 and up), so
/// that no connection and no other test gets it meanwhile.
/// </summary>
public static class LoopbackPort
{
    private const int First = 20_000;
    private const int End = 32_768;
    private const int MostTries = 1_000;

    public static int Free()
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                continue;
            }
        }

        throw new InvalidOperationException($"No port from {First} to {End} is free.");
    }
}
