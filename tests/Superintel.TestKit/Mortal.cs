using System.Diagnostics;

namespace Superintel.TestKit;

/// <summary>For .NET programs that a test starts in order to kill them.</summary>
public static class Mortal
{
    /// <summary>Without the runtime's sockets for debuggers, which a killed program leaves in the temporary folder.</summary>
    public static ProcessStartInfo WithoutDiagnostics(this ProcessStartInfo start)
    {
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
