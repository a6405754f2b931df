namespace Superintel.Execution.Trading.Ports;

/// <summary>What a venue's adapter knows by itself, without asking anybody, of whether an order could leave for it now.</summary>
public interface IDepartureBoard
{
    /// <summary>Answers from memory, at once: an outage that is planned, a connection that is gone. Never a promise that it would get
    /// there.</summary>
    /// <param name="venue">As the routes name it.</param>
    /// <returns>Why nothing can leave now, for a person; null: nothing is known against it.</returns>
    string? Hindrance(string venue);
}
