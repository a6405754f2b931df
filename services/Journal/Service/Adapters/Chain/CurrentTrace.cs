using System.Diagnostics;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Service.Adapters.Chain;

/// <summary>The trace of the message being handled.</summary>
public sealed class CurrentTrace : ITraceContext
{
    public string TraceId => Activity.Current?.TraceId.ToHexString() ?? "";
}
