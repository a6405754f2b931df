using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Recorded.Ports;

namespace Superintel.Simulation.Desk;

/// <summary>Recorded files of a folder.</summary>
public sealed class RecordedFolder(string folder) : IRecordedFiles
{
    public TextReader Open(string name)
    {
        var file = Path.Combine(folder, name);
        try
        {
            return new StreamReader(file);
        }
        catch (IOException failure)
        {
            throw new RecordedDataException($"{file} cannot be read: {failure.Message}");
        }
    }
}
