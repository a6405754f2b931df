namespace Superintel.Journal.Chain.Ports;

/// <summary>The trace in which the current event is handled.</summary>
public interface ITraceContext
{
    /// <summary>32 hexadecimal digits; empty when there is none.</summary>
    string TraceId { get; }
}
