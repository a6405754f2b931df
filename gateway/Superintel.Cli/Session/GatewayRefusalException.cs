using System.Net;

namespace Superintel.Cli.Session;

/// <summary>The gateway refused, with its problem details.</summary>
public sealed class GatewayRefusalException(HttpStatusCode status, string code, string detail) : Exception($"{code}: {detail}")
{
    public HttpStatusCode Status => status;

    public string Code => code;

    public string Detail => detail;
}
