namespace Superintel.Gateway.Proxy;

/// <summary>A route that a service answers.</summary>
/// <param name="Policy">Who may call it; the service asks again.</param>
/// <param name="MaxBodyBytes">Null: the gateway's limit.</param>
internal sealed record ProxiedRoute(string Service, string Method, string Path, string Policy, long? MaxBodyBytes = null)
{
    public string Id => $"{Method} {Path}";
}
