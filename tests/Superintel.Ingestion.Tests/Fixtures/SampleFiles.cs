using Superintel.Ingestion.MarketData.Recorded.Ports;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.Fixtures;

/// <summary>The committed sample.</summary>
internal sealed class SampleFiles : IRecordedFiles
{
    public TextReader Open(string name) => new StreamReader(Repository.File("data/sample/" + name));
}
