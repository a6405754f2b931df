using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Superintel.Cli.Session;

/// <summary>Halts the desk of a state folder on this machine without gateway, bus or store: through Risk's socket, or, where Risk does not
/// run, by leaving the order for its next start.</summary>
public static class LocalSwitchClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <exception cref="FormatException">There is no such state folder, or Risk refused.</exception>
    public static async Task<JsonNode> Halt(string stateFolder, string reason, CancellationToken ct)
    {
        if (!Directory.Exists(stateFolder)) throw new FormatException($"There is no state folder {stateFolder}: name it with --state.");
        try
        {
            var reply = await Ask(Path.Combine(stateFolder, "kill-switch.sock"), reason, ct);
            return reply["accepted"]?.GetValue<bool>() == true
                ? reply
                : throw new FormatException($"Risk refused the halt: {reply["detail"]}.");
        }
        catch (SocketException)
        {
            Leave(Path.Combine(stateFolder, "kill-switch.order.json"), reason);
            return new JsonObject
            {
                ["accepted"] = true,
                ["delivered"] = false,
                ["stored"] = false,
                ["detail"] = "Risk does not run: the halt is in the state folder and in force from its next start.",
            };
        }
    }

    private static async Task<JsonNode> Ask(string path, string reason, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), patience.Token);
        await using var stream = new NetworkStream(socket);
        var request = new JsonObject { ["state"] = "halted", ["reason"] = reason }.ToJsonString() + "\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), patience.Token);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(patience.Token);
        return JsonNode.Parse(line ?? "") ?? throw new FormatException("Risk gave no answer: look at its log.");
    }

    private static void Leave(string path, string reason)
    {
        var order = new JsonObject
        {
            ["reason"] = reason,
            ["by"] = $"local:{Environment.UserName}",
            ["at"] = TimeProvider.System.GetUtcNow().ToString("O"),
        };
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, order);
        stream.Flush(flushToDisk: true);
    }
}
