using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Local.State;

/// <summary>
/// The ports of one fleet, chosen free at the first start and kept. A port that the person fixed must be free; one that
/// was chosen here and is taken meanwhile is chosen anew, and said so.
/// </summary>
public sealed class PortBook
{
    // Below the range from which the kernel takes ports for outgoing connections (32768 and up).
    private const int Lowest = 20000;
    private const int Highest = 31999;
    private const int Attempts = 200;

    private readonly StateFolder folder;
    private readonly IReadOnlyDictionary<string, int> wanted;
    private readonly Action<string> say;
    private readonly SortedDictionary<string, int> book;

    public PortBook(StateFolder folder, IReadOnlyDictionary<string, int> wanted, Action<string> say)
    {
        this.folder = folder;
        this.wanted = wanted;
        this.say = say;
        book = PrivateFile.Read<SortedDictionary<string, int>>(folder.Ports) ?? new(StringComparer.Ordinal);
    }

    /// <exception cref="FleetException">A port that was asked for is taken.</exception>
    public int For(string name)
    {
        if (wanted.TryGetValue(name, out var asked))
        {
            if (!IsFree(asked))
            {
                throw new FleetException(
                    $"Port {asked} of {name} is taken{By(asked)}. End that program or choose another port: {Hint(name)}.");
            }

            return Keep(name, asked);
        }

        if (book.TryGetValue(name, out var kept))
        {
            if (IsFree(kept))
                return kept;
            var other = Choose();
            say($"port {kept} of {name} is taken{By(kept)}; using {other}");
            return Keep(name, other);
        }

        return Keep(name, Choose());
    }

    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // Connections of the last run that linger in TIME_WAIT do not take the port; a listener does.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Hint(string name) => name == "gateway" ? "--port N" : $"--ports {name}=N";

    private static string By(int port) => PortOwner.Find(port) is { } owner ? $" by {owner}" : "";

    private int Keep(string name, int port)
    {
        if (!book.TryGetValue(name, out var kept) || kept != port)
        {
            book[name] = port;
            PrivateFile.Write(folder.Ports, book);
        }

        return port;
    }

    private int Choose()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(Lowest, Highest + 1);
            if (!book.ContainsValue(port) && !wanted.Values.Contains(port) && IsFree(port))
                return port;
        }

        throw new FleetException($"No free port between {Lowest} and {Highest}.");
    }
}
