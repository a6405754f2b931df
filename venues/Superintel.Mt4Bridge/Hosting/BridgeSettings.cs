using Microsoft.Extensions.Logging.Abstractions;

namespace Superintel.Mt4Bridge.Hosting;

/// <summary>Where the two sides listen. Loopback unless somebody says otherwise; a port of 0 takes a free one.</summary>
internal sealed record BridgeSettings(BridgeOptions Options, BridgeTokens Tokens)
{
    public string Host { get; init; } = "127.0.0.1";

    public int Port { get; init; } = 8005;

    public string TerminalHost { get; init; } = "127.0.0.1";

    public int TerminalPort { get; init; } = 8006;

    /// <summary>Execution's side speaks TLS with the certificate that follows from its token.</summary>
    public bool Tls { get; init; }

    public ILogger Log { get; init; } = NullLogger.Instance;
}
