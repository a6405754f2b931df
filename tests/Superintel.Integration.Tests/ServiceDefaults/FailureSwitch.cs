using System.Collections.Concurrent;
using Superintel.Contracts.Events;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>Decides for which events handlers fail, after they have written.</summary>
internal sealed class FailureSwitch
{
    private readonly ConcurrentDictionary<string, int> attempts = new();

    /// <summary>Events that fail, by id, with the number of times they do.</summary>
    public ConcurrentDictionary<string, int> Failing { get; } = new();

    public int AttemptsOf(IEvent happened) => attempts.GetValueOrDefault(happened.EventId);

    public void Check(IEvent happened)
    {
        var attempt = attempts.AddOrUpdate(happened.EventId, 1, (_, before) => before + 1);
        if (Failing.TryGetValue(happened.EventId, out var times)
            && attempt <= times) throw new InvalidDataException($"{happened.EventId} is told to fail");
    }
}
