namespace Superintel.ServiceDefaults.Grpc;

/// <summary>Section Grpc.</summary>
public sealed record GrpcOptions
{
    /// <summary>Port of the gRPC listener (HTTP/2 without TLS). Absent: the service has none. 0: any free port.</summary>
    public int? Port { get; init; }

    /// <summary>How long a question to another service may take. Default 5 s.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest message either way, bytes. Default 4 MiB.</summary>
    public int MaxMessageBytes { get; init; } = 4 << 20;
}
