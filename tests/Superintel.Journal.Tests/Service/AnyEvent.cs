using Superintel.Contracts.Events;
using Superintel.Journal.Chain;
using Superintel.Journal.Tests.Chain;

namespace Superintel.Journal.Tests.Service;

/// <summary>One instance of each event of the contracts, made from its constructor, so that a new event needs no change here.</summary>
internal static class AnyEvent
{
    public static IReadOnlyList<IEvent> OfEachType { get; } = [.. EventKind.Journaled.Select(Of)];

    private static IEvent Of(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return (IEvent)constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, p.Name!))]);
    }

    private static object? Value(Type type, string name) => type switch
    {
        _ when type == typeof(string) => name,
        _ when type == typeof(DateTimeOffset) => Entries.Noon,
        _ when type == typeof(decimal) => 1.25m,
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(int) => 1,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(bool) => true,
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ when type is { IsGenericType: true, IsInterface: true } => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ => throw new InvalidOperationException($"No sample value for {type}: add one."),
    };
}
