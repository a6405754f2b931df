using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Recorded.Ports;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Replay;

/// <summary>Recorded files in a folder of this machine (Data:Folder).</summary>
internal sealed class RecordedFolder(string folder) : IRecordedFiles
{
    /// <summary>The sample that travels with the service.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "data", "sample");

    public TextReader Open(string name)
    {
        if (Path.GetFileName(name) != name) throw new RecordedDataException($"'{name}' is not the plain name of a file in Data:Folder.");
        try
        {
            return new StreamReader(Path.Combine(folder, name));
        }
        catch (IOException missing)
        {
            throw new RecordedDataException($"{name} cannot be read in Data:Folder {folder}: {missing.Message}");
        }
    }
}
