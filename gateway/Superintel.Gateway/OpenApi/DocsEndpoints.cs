using System.Reflection;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.OpenApi;

/// <summary>The document and a page that shows it. The page is public and empty; the document needs a token.</summary>
internal static class DocsEndpoints
{
    public static void MapDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/openapi/v1.json",
            async (MergedDocument document, CancellationToken ct) => Results.Text(await document.Get(ct), "application/json"))
            .RequireAuthorization(Policies.Viewer).ExcludeFromDescription();
        Map(routes, "/docs", "docs.html", "text/html; charset=utf-8");
        Map(routes, "/docs/docs.js", "docs.js", "text/javascript; charset=utf-8");
        Map(routes, "/docs/docs.css", "docs.css", "text/css; charset=utf-8");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, string resource, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Docs/{resource}")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        routes.MapGet(path, () => Results.Content(text, type)).AllowAnonymous().ExcludeFromDescription();
    }
}
