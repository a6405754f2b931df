using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.OpenApi;

/// <summary>The merged description at /openapi/v1.json; the web app shows it at /docs.</summary>
internal static class OpenApiEndpoints
{
    public static void MapMergedOpenApi(this IEndpointRouteBuilder routes) => routes
        .MapGet("/openapi/v1.json", (MergedDocument merged, CancellationToken ct) => merged.Build(ct))
        .RequireAuthorization(Policies.Viewer).WithOrder(-1).ExcludeFromDescription();
}
