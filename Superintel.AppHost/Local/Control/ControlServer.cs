using System.Net.Sockets;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Control;

/// <summary>Answers status and down on a Unix socket that only the fleet's owner may open.</summary>
public sealed class ControlServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource closing = new();
    private readonly Func<ControlRequest, Task<ControlReply>> answer;
    private readonly string path;
    private readonly Task accepting;

    /// <param name="folder">Whose lock the caller holds, so that a socket file found there is a dead host's.</param>
    /// <param name="answer">Answers one request.</param>
    public ControlServer(StateFolder folder, Func<ControlRequest, Task<ControlReply>> answer)
    {
        this.answer = answer;
        path = folder.ControlSocket;
        File.Delete(path);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        // Between bind and listen nobody can connect, so there is no moment in which others may.
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen(16);
        accepting = Accept();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await accepting;
        listener.Dispose();
        File.Delete(path);
        closing.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptAsync(closing.Token));
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Serve(Socket client)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var request = await ControlWire.Read<ControlRequest>(stream, patience.Token);
            await ControlWire.Write(stream, await answer(request), CancellationToken.None);
        }
        catch (InvalidDataException failure)
        {
            await ControlWire.Write(stream, new ControlReply(null, failure.Message), CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The client went away or never asked; there is nobody to tell.
            client.Close();
        }
    }
}
