using System.Globalization;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Local.Planning;

/// <summary>What a service is told only where it runs as a process of this machine.</summary>
public static class ServiceSurroundings
{
    public static IEnumerable<KeyValuePair<string, string>> Of(ServicePart service, FleetRequest request, FleetUrls urls)
    {
        // Seven services share a small machine with three servers: one heap each, and memory given back early.
        yield return new("DOTNET_gcServer", "0");
        yield return new("DOTNET_GCConserveMemory", "5");
        yield return new("Superintel__Repository", request.Repository.Root);
        if (request.Live) yield return new("Clock__Mode", "system");
        if (request.Live && service.Name == "ingestion")
        {
            yield return new("Replay__Enabled", "false");
            yield return new("Feed", "live");
        }

        if (request.Settings is { } settings) yield return new("Superintel__SettingsFile", settings);
        if (service.Name == "gateway")
        {
            yield return new("Auth__AdminFile", request.Folder.Admin);
            yield return new("Superintel__ControlSocket", request.Folder.ControlSocket);
            // Without the token that signs in: this address is shown to everybody who uses the web app.
            if (urls.Dashboard is { } dashboard)
                yield return new("Dashboard__Url", new Uri(dashboard).GetLeftPart(UriPartial.Authority));
        }

        if (service.Name == "journal") yield return new("Journal__AnchorFile", request.Folder.JournalAnchors);
        if (service.Name == "ingestion" && request.SlicesPerSecond is { } speed)
            yield return new("Replay__SlicesPerSecond", speed.ToString(CultureInfo.InvariantCulture));
    }
}
