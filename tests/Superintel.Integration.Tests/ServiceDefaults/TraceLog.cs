using System.Collections.Concurrent;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>In which trace each event was handled.</summary>
internal sealed class TraceLog
{
    private readonly ConcurrentDictionary<string, string?> traces = new();

    public void Note(string eventId, string? trace) => traces[eventId] = trace;

    public string? Of(string eventId) => traces.GetValueOrDefault(eventId);
}
