namespace Superintel.Venue.Ibkr.Session;

/// <summary>
/// An execution's id in two parts: a correction repeats the first and raises the second (<c>....01.01</c> becomes <c>....01.02</c>) and
/// replaces what came before it.
/// </summary>
public readonly record struct ExecutionIdentity(string Stem, int Revision)
{
    /// <returns>Revision 1 when the id has no number at its end.</returns>
    public static ExecutionIdentity Of(string executionId)
    {
        var dot = executionId.LastIndexOf('.');
        return dot > 0 && int.TryParse(executionId.AsSpan(dot + 1), System.Globalization.NumberStyles.None, null, out var revision)
            ? new ExecutionIdentity(executionId[..dot], revision)
            : new ExecutionIdentity(executionId, 1);
    }
}
