using System.CommandLine;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Verbs;

/// <summary>--state DIR, the same for every verb.</summary>
internal sealed class StateOption() : Option<string?>("--state")
{
    public static StateOption Create() => new() { Description = "The fleet's state folder (default: .superintel in the repository)" };

    public StateFolder Folder(ParseResult parsed) => new(
        parsed.GetValue(this) ?? Environment.GetEnvironmentVariable("SUPERINTEL_STATE") ?? Repository.Find().At(".superintel"));
}
