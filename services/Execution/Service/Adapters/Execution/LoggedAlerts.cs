using System.Diagnostics.Metrics;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Service.Adapters.Execution;

/// <summary>Alerts go to the log as warnings and are counted by code.</summary>
internal sealed partial class LoggedAlerts(ILogger<LoggedAlerts> log, IMeterFactory meters) : IOrderAlerts
{
    private readonly Counter<long> raised = meters.Create("Superintel.Execution").CreateCounter<long>("superintel.execution.alerts");

    public ValueTask Raise(OrderAlert alert, CancellationToken ct)
    {
        raised.Add(1, new KeyValuePair<string, object?>("code", alert.Code));
        Alert(log, alert.Code, alert.Subject, alert.Detail);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(5001, LogLevel.Warning, "{Code}: {Subject}: {Detail}")]
    private static partial void Alert(ILogger logger, string code, string subject, string detail);
}
