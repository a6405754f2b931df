namespace Superintel.ServiceDefaults.Messaging;

/// <summary>An event that failed every try.</summary>
internal sealed class UnhandledEventException(int attempts, Exception last) : Exception(last.Message, last)
{
    public int Attempts => attempts;
}
