using Microsoft.Extensions.FileProviders;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Gateway.Web;

/// <summary>Serves the web app's files: public, since they hold nothing but the program. Every path that is no API is the app's own.</summary>
internal static class WebApp
{
    private const string NotBuilt =
        "<!doctype html><title>Superintel</title><h1>Superintel</h1><p>The gateway runs; the web app is not built. Run <code>./superintel up</code>, "
        + "or <code>npm run build</code> in gateway/web.</p>";

    public static void UseWebApp(this WebApplication app)
    {
        if (Folder(app.Configuration) is { } folder) app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
    }

    public static void MapWebApp(this WebApplication app)
    {
        foreach (var closed in new[] { "/api/{**rest}", "/ws/{**rest}" })
            app.Map(closed, () => Problems.Of(StatusCodes.Status404NotFound, "route-not-found", "There is no such route.")).ExcludeFromDescription();
        app.MapFallback(Page).AllowAnonymous();
    }

    private static IResult Page(IConfiguration configuration, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Folder(configuration) is { } folder
            ? Results.File(Path.Combine(folder, "index.html"), "text/html; charset=utf-8")
            : Results.Content(NotBuilt, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    // Configured, or in the repository it runs from, or beside the program in a container.
    private static string? Folder(IConfiguration configuration) => new[]
    {
        configuration["Gateway:WebRoot"],
        configuration["Superintel:Repository"] is { Length: > 0 } repository ? Path.Combine(repository, "gateway", "web", "dist") : null,
        Path.Combine(AppContext.BaseDirectory, "web"),
    }.FirstOrDefault(folder => folder is { Length: > 0 } && File.Exists(Path.Combine(folder, "index.html")));
}
