using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Hosting;

/// <summary>Tells the person where everything is, once it is there.</summary>
public static class Banner
{
    public static void Print(TextWriter terminal, StateFolder folder, FleetUrls urls)
    {
        terminal.WriteLine();
        terminal.WriteLine($"  Web app     {urls.Gateway}");
        terminal.WriteLine($"  API docs    {urls.Gateway}/docs");
        terminal.WriteLine($"  Dashboard   {urls.Dashboard ?? "not installed; the fleet runs without it"}");
        terminal.WriteLine($"  Sign in     user and password are in {folder.Admin}");
        terminal.WriteLine($"  Logs        {folder.Logs}");
        terminal.WriteLine();
    }
}
