namespace Superintel.ServiceDefaults.Hosting;

/// <summary>Section Http.</summary>
public sealed record HttpOptions
{
    /// <summary>Address to listen on. Default 127.0.0.1: nothing is reachable from outside unless asked for.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port of the HTTP/1.1 listener. 0 (default): any free port.</summary>
    public int Port { get; init; }

    /// <summary>Largest request body, bytes; a route may allow more by RequestSizeLimit. Default 1 MiB.</summary>
    public long MaxBodyBytes { get; init; } = 1 << 20;
}
