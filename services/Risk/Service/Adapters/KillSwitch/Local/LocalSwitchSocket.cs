using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>Listens on a Unix socket in the state folder that only its owner may open, and keeps trying to bring a pending order
/// home.</summary>
public sealed partial class LocalSwitchSocket(string path, LocalSwitch local, ILogger<LocalSwitchSocket> log) : BackgroundService
{
    private const int LongestLine = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions format = new(JsonSerializerDefaults.Web);

    private Socket? opened;

    /// <summary>The way in is open before the service says that it runs.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        opened = Listen();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = opened;
        var bringing = BringHome(stoppingToken);
        try
        {
            while (listener is not null) await Serve(await listener.AcceptAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            File.Delete(path);
        }

        await bringing;
    }

    private Socket? Listen()
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            File.Delete(path);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            // Between bind and listen nobody can connect, so there is no moment in which others may.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            listener.Listen(4);
            return listener;
        }
        catch (Exception failure) when (failure is SocketException or IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The desk still has its switch by API; the operator must know that this way is closed.
            Closed(log, path, failure.Message);
            listener.Dispose();
            return null;
        }
    }

    private async Task BringHome(CancellationToken ct)
    {
        var told = false;
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
            {
                if (local.Pending is not { } order)
                {
                    told = false;
                    continue;
                }

                told = told || await local.Tell(order, ct);
                await local.Store(ct);
            }
            while (await timer.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Serve(Socket client, CancellationToken ct)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            var reply = await Answer(await ReadLine(stream, patience.Token), ct);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(reply, format) + "\n"), CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException || (gone is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Gone(log, gone.Message);
        }
    }

    private async Task<LocalReply> Answer(string line, CancellationToken ct)
    {
        LocalRequest? request;
        try
        {
            request = JsonSerializer.Deserialize<LocalRequest>(line, format);
        }
        catch (JsonException malformed)
        {
            return new LocalReply(false, false, false, $"not a request: {malformed.Message}");
        }

        if (request?.State != "halted") return new LocalReply(false, false, false, "only halted can be reached this way");
        if (string.IsNullOrWhiteSpace(request.Reason)) return new LocalReply(false, false, false, "say why");
        return await local.Halt(request.Reason.Trim(), ct);
    }

    private static async Task<string> ReadLine(NetworkStream stream, CancellationToken ct)
    {
        var bytes = new byte[LongestLine];
        var length = 0;
        while (length < bytes.Length && Array.IndexOf(bytes, (byte)'\n', 0, length) < 0)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(length), ct);
            if (read == 0) break;
            length += read;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    [LoggerMessage(5314, LogLevel.Error, "the kill switch's local socket {Path} cannot be opened: {Reason}")]
    private static partial void Closed(ILogger logger, string path, string reason);

    [LoggerMessage(5315, LogLevel.Information, "a client of the local socket went away: {Reason}")]
    private static partial void Gone(ILogger logger, string reason);
}
