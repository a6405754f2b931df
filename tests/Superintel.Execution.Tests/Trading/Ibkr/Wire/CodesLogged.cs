using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

/// <summary>Keeps the codes of what could not be read.</summary>
internal sealed class CodesLogged : ILogger<IbkrBroker>
{
    public ConcurrentBag<string> Codes { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id != 5304 || state is not IReadOnlyList<KeyValuePair<string, object?>> fields) return;
        foreach (var (name, value) in fields)
            if (name == "Code" && value is string code) Codes.Add(code);
    }
}
