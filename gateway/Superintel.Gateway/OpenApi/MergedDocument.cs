using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Superintel.Gateway.Routing;

namespace Superintel.Gateway.OpenApi;

/// <summary>One OpenAPI 3.1 document for the whole desk: the gateway's own routes and those of every service that answers.</summary>
internal sealed class MergedDocument(ServiceClients services, [FromKeyedServices("v1")] IOpenApiDocumentProvider own)
{
    private const string SchemaPrefix = "#/components/schemas/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<JsonObject> Build(CancellationToken ct)
    {
        var gateway = JsonNode.Parse(await (await own.GetOpenApiDocumentAsync(ct)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct))!;
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        Add("gateway", gateway, paths, schemas);
        foreach (var service in RouteTable.Services)
            if (await services.TryGet(service, "/openapi/v1.json", Patience, ct) is { } document) Add(service, document, paths, schemas);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Superintel",
                ["version"] = "v1",
                ["description"] = "Sign in at /api/auth/login and send the token as a bearer, or an API key as X-Api-Key. Lists page by cursor. "
                    + "Errors are RFC 9457 problem details with a stable code.",
            },
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }, new JsonObject { ["apiKey"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
                    ["apiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Api-Key" },
                },
            },
        };
    }

    private static void Add(string service, JsonNode document, JsonObject paths, JsonObject schemas)
    {
        foreach (var (path, item) in document["paths"]?.AsObject() ?? [])
        {
            var owner = RouteTable.ServiceOf(path);
            if (item is null || paths.ContainsKey(path) || !(service == "gateway" ? owner is null && Public(path) : owner == service)) continue;
            paths[path] = Renamed(service, item.DeepClone());
        }

        // Two services may use one name for two shapes: a schema carries its service's name.
        foreach (var (name, schema) in document["components"]?["schemas"]?.AsObject() ?? [])
            if (schema is not null) schemas[$"{service}.{name}"] = Renamed(service, schema.DeepClone());
    }

    private static bool Public(string path) => path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/system/status";

    private static JsonNode Renamed(string service, JsonNode node)
    {
        if (node is JsonObject fields)
        {
            foreach (var name in fields.Select(field => field.Key).ToArray())
            {
                if (name == "$ref" && (string?)fields[name] is { } reference && reference.StartsWith(SchemaPrefix, StringComparison.Ordinal))
                    fields[name] = $"{SchemaPrefix}{service}.{reference[SchemaPrefix.Length..]}";
                else if (fields[name] is { } child) Renamed(service, child);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                if (item is not null) Renamed(service, item);
        }

        return node;
    }
}
