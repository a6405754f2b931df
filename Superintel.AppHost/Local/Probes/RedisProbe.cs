using System.Text;

namespace Superintel.AppHost.Local.Probes;

/// <summary>AUTH and PING; a Redis that still loads its data answers LOADING.</summary>
public sealed class RedisProbe(int port, string password) : HandshakeProbe(port)
{
    protected override ReadOnlyMemory<byte> Greeting { get; } = Encoding.ASCII.GetBytes($"AUTH {password}\r\nPING\r\n");

    protected override string? Judge(ReadOnlySpan<byte> answer)
    {
        var text = Encoding.ASCII.GetString(answer);
        var ready = text.StartsWith("+OK\r\n", StringComparison.Ordinal) && !text.Contains("LOADING", StringComparison.Ordinal);
        return ready ? null : text.Trim();
    }
}
