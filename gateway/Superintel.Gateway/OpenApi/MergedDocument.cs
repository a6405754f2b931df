using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Superintel.Gateway.Fleet;
using Superintel.Gateway.Proxy;

namespace Superintel.Gateway.OpenApi;

/// <summary>One OpenAPI 3.1 document for the gateway and all services: what is reachable through the gateway, nothing else.</summary>
internal sealed class MergedDocument(ServiceClient services, [FromKeyedServices(MergedDocument.Own)] IOpenApiDocumentProvider own)
{
    public const string Own = "v1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);
    private string text = string.Empty;
    private long madeAt;

    public async Task<string> Get(CancellationToken ct)
    {
        if (text.Length > 0 && TimeProvider.System.GetElapsedTime(madeAt) < Remembered) return text;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        var documents = await Task.WhenAll(services.Known.Select(service => Ask(service, deadline.Token, ct)));
        var merged = Skeleton();
        var gateway = await own.GetOpenApiDocumentAsync(ct);
        Take(merged, JsonNode.Parse(await gateway.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct))!.AsObject(), "gateway",
            _ => true);
        var missing = new JsonArray();
        foreach (var (service, document) in services.Known.Zip(documents))
        {
            if (document is null) missing.Add(service);
            else Take(merged, document, service,
                operation => RouteTable.All.Any(route => route.Service == service && Same(route, operation)));
        }

        if (missing.Count > 0) merged["x-unavailable-services"] = missing;
        var made = merged.ToJsonString();
        // A document with holes is not kept: the next reader may find the service up.
        if (missing.Count == 0) (text, madeAt) = (made, TimeProvider.System.GetTimestamp());
        return made;
    }

    private static JsonObject Skeleton() => new()
    {
        ["openapi"] = "3.1.1",
        ["info"] = new JsonObject { ["title"] = "Superintel", ["version"] = "v1",
            ["description"] = "Every route needs an access token (POST /api/auth/login) or an API key, except sign-in and health." },
        ["paths"] = new JsonObject(),
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject(),
            ["securitySchemes"] = new JsonObject
            {
                ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
                ["apiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Api-Key" },
            },
        },
        ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }, new JsonObject { ["apiKey"] = new JsonArray() }),
    };

    private async Task<JsonObject?> Ask(string service, CancellationToken deadline, CancellationToken caller)
    {
        try
        {
            using var answer = await services.Get(service, "/openapi/v1.json", deadline);
            answer.EnsureSuccessStatusCode();
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(deadline))!.AsObject();
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException
            && !caller.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Copies the wanted operations and the service's schemas, these under names that cannot meet another service's.</summary>
    private static void Take(JsonObject merged, JsonObject document, string service, Func<(string Method, string Path), bool> wanted)
    {
        Rename(document, $"#/components/schemas/", $"#/components/schemas/{service}.");
        var paths = merged["paths"]!.AsObject();
        foreach (var (path, operations) in document["paths"]?.AsObject().ToList() ?? [])
        {
            foreach (var (method, operation) in operations!.AsObject().ToList())
            {
                var plain = path.Length > 1 ? path.TrimEnd('/') : path;
                if (!wanted((method.ToUpperInvariant(), plain))) continue;
                if (paths[plain] is not JsonObject there) paths[plain] = there = [];
                there[method] = operation!.DeepClone();
            }
        }

        var schemas = merged["components"]!["schemas"]!.AsObject();
        foreach (var (name, schema) in document["components"]?["schemas"]?.AsObject().ToList() ?? []) schemas[$"{service}.{name}"] =
            schema!.DeepClone();
    }

    private static void Rename(JsonNode? node, string from, string to)
    {
        if (node is JsonArray list) foreach (var item in list) Rename(item, from, to);
        if (node is not JsonObject item1) return;
        foreach (var (name, value) in item1.ToList())
        {
            if (name == "$ref" && value?.GetValue<string>() is { } reference && reference.StartsWith(from, StringComparison.Ordinal))
                item1[name] = to + reference[from.Length..];
            else
                Rename(value, from, to);
        }
    }

    private static bool Same(ProxiedRoute route, (string Method, string Path) operation) =>
        route.Method == operation.Method && Shape(route.Path) == Shape(operation.Path);

    /// <summary>Parameter names may differ between the table and the service; where they stand may not.</summary>
    private static string Shape(string path) =>
        string.Join('/', path.Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment));
}
