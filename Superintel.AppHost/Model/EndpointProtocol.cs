namespace Superintel.AppHost.Model;

public enum EndpointProtocol
{
    Tcp,

    /// <summary>HTTP/1.1 without TLS.</summary>
    Http,

    /// <summary>HTTP/2 without TLS, as gRPC speaks it between the parts of one fleet.</summary>
    Http2,
}
