using Microsoft.AspNetCore.Builder;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>What is special about one service of a test.</summary>
internal sealed record ServiceSetup(string Name, string Postgres)
{
    public string? RabbitMq { get; init; }

    public string Prefix { get; init; } = string.Empty;

    public Action<BusSubscriptions>? Subscribe { get; init; }

    public Action<WebApplicationBuilder>? Services { get; init; }

    public Action<WebApplication>? Routes { get; init; }

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}
