using Microsoft.Extensions.FileProviders;

namespace Superintel.Gateway.Web;

/// <summary>Serves the built web app; its files are public, what it shows is not.</summary>
internal static class WebApp
{
    private const string NotBuilt =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Superintel</title><body><h1>The web app is not built</h1>"
        + "<p>The gateway runs and its API answers. Build the app with <code>npm ci &amp;&amp; npm run build</code> in "
        + "<code>gateway/web</code>, "
        + "or start the fleet with <code>./superintel up</code>, which does it.</p></body></html>";

    private static readonly string[] NotPages = ["/api", "/ws", "/health", "/metrics", "/openapi", "/docs", "/assets"];

    public static void UseWebApp(this WebApplication app)
    {
        var root = Root(app.Configuration);
        if (!Directory.Exists(root)) return;
        var files = new PhysicalFileProvider(root);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context =>
                // Assets carry a hash in their name; the page that names them must be asked for anew.
                context.Context.Response.Headers.CacheControl =
                    context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    public static void MapWebApp(this WebApplication app)
    {
        var page = Path.Combine(Root(app.Configuration), "index.html");
        app.MapGet("/{**path}", IResult (HttpContext http) =>
        {
            if (!File.Exists(page))
                return Results.Content(NotBuilt, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
            http.Response.Headers.CacheControl = "no-cache";
            return Results.File(page, "text/html; charset=utf-8");
        }).WithOrder(int.MaxValue).AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(async (context, next) =>
            NotPages.Any(prefix => context.HttpContext.Request.Path.StartsWithSegments(prefix))
                ? NoSuchRoute(context.HttpContext)
                : await next(context));
    }

    // Whether an API route exists is nobody's business without a token.
    private static IResult NoSuchRoute(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") && http.User.Identity is not { IsAuthenticated: true }
            ? Results.Unauthorized()
            : Results.NotFound();

    private static string Root(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Web:Root"]
            ?? Path.Combine(configuration["Superintel:Repository"] ?? ".", "gateway", "web", "dist"));
}
