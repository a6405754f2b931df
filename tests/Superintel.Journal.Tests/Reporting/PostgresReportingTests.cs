using Superintel.Journal.Reporting.Ports;
using Superintel.Journal.Service.Adapters.Reporting.Postgres;

namespace Superintel.Journal.Tests.Reporting;

public sealed class PostgresReportingTests : ReportingContract
{
    private JournalStore journal = null!;

    protected override IDecisions Decisions => journal.Decisions;

    protected override IEquityCurve Equity => journal.Equity;

    protected override IUnconvertedCommissions Commissions => new PostgresUnconvertedCommissions(journal.Session);

    [SetUp]
    public async Task Open() => journal = await JournalStore.Create();

    [TearDown]
    public async Task Close() => await journal.DisposeAsync();
}
