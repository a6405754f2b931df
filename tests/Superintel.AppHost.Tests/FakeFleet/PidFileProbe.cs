using System.Globalization;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Tests.FakeFleet;

/// <summary>Ready when the file names a process that runs; a file beside it lists what is missing.</summary>
internal sealed class PidFileProbe(string path) : IProbe
{
    private string Without => path + ".without";

    public async Task<ProbeAnswer> Ask(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return ProbeAnswer.Not("no pid file");
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var runs = int.TryParse(text, CultureInfo.InvariantCulture, out var pid) && ProcessTable.StartTicks(pid) is not null;
        if (!runs) return ProbeAnswer.Not("not running");
        return File.Exists(Without) ? ProbeAnswer.Without(await File.ReadAllLinesAsync(Without, cancellationToken)) : ProbeAnswer.Ready;
    }
}
