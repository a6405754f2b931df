using System.Reflection;

namespace Superintel.ServiceDefaults;

/// <summary>Which service this process is.</summary>
/// <param name="Name">Lower case: the schema, the queue and the name in telemetry.</param>
/// <param name="Assembly">Holds the service's migrations and gives its version.</param>
public sealed record ServiceIdentity(string Name, Assembly Assembly)
{
    public string Version =>
        Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? Assembly.GetName().Version?.ToString() ?? "0";
}
