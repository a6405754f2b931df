namespace Superintel.AppHost.Tests.FakeFleet;

/// <summary>A part that is a shell script. It says that it is ready by writing its pid to the file $READY.</summary>
/// <param name="Script">Run by sh; <c>ready</c> in it stands for writing the file.</param>
/// <param name="StopWithinSeconds">How long it has after TERM.</param>
internal sealed record FakePart(string Name, string Script, string[] References, double StopWithinSeconds = 5)
{
    public const string RunForever = "ready; exec sleep 1000";
}
