using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Chain.Memory;

/// <summary>A host without tracing.</summary>
public sealed class NoTrace : ITraceContext
{
    public string TraceId => "";
}
