using System.Globalization;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Tests.FakeFleet;

/// <summary>Ready when the file names a process that runs.</summary>
internal sealed class PidFileProbe(string path) : IProbe
{
    public async Task<string?> Ask(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return "no pid file";
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var runs = int.TryParse(text, CultureInfo.InvariantCulture, out var pid) && ProcessTable.StartTicks(pid) is not null;
        return runs ? null : "not running";
    }
}
