using Superintel.Journal.Reporting.Memory;
using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Tests.Reporting;

public sealed class MemoryReportingTests : ReportingContract
{
    private MemoryDecisions decisions = new();
    private MemoryEquityCurve equity = new();
    private MemoryUnconvertedCommissions commissions = new();

    protected override IDecisions Decisions => decisions;

    protected override IEquityCurve Equity => equity;

    protected override IUnconvertedCommissions Commissions => commissions;

    [SetUp]
    public void Empty() =>
        (decisions, equity, commissions) = (new MemoryDecisions(), new MemoryEquityCurve(), new MemoryUnconvertedCommissions());
}
