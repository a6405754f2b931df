using Superintel.Journal.Reporting.Memory;
using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Tests.Reporting;

public sealed class MemoryReportingTests : ReportingContract
{
    private MemoryDecisions decisions = new();
    private MemoryEquityCurve equity = new();

    protected override IDecisions Decisions => decisions;

    protected override IEquityCurve Equity => equity;

    [SetUp]
    public void Empty() => (decisions, equity) = (new MemoryDecisions(), new MemoryEquityCurve());
}
