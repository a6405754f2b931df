using Superintel.Prediction.Research.Input;

namespace Superintel.Simulation.Research;

/// <summary>The file that a picture goes to.</summary>
internal static class PlotFile
{
    /// <summary>Writes the picture.</summary>
    /// <exception cref="InputFaultException">The path cannot be written to.</exception>
    public static void Write(string path, string svg)
    {
        try
        {
            File.WriteAllText(path, svg);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputFaultException("unwritable-file", null, null, failure.Message);
        }
    }
}
