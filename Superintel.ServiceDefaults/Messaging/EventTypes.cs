using System.Collections.Frozen;
using System.Text.Json;
using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>The events of the contracts by name, and what they are called on the wire.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(IEvent).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEvent)))
        .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>All events, by name in ordinal order.</summary>
    public static IReadOnlyList<Type> All { get; } = [.. ByName.Values.OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The event of that name, for example BarClosed, or null.</summary>
    public static Type? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>The fanout exchange an event is published to, for example superintel.v1.bar-closed.</summary>
    public static string Exchange(Type type)
    {
        if (type == typeof(IEvent)) return "superintel.events";
        if (type == typeof(IDecisionEvent)) return "superintel.decision-events";
        var version = type.Namespace?.Split('.')[^1].ToLowerInvariant();
        return $"superintel.{version}.{JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name)}";
    }
}
