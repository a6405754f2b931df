namespace Superintel.VenueSimulator.Hosting;

/// <summary>What was asked for is not done; a person has to ask otherwise.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException()
    {
    }

    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <param name="code">Stable, kebab-case.</param>
    public RefusedException(string code, string message)
        : base(message) => Code = code;

    public string Code { get; } = "refused";
}
