namespace Superintel.Mt4Bridge.Journal;

/// <summary>The journal cannot be read, or a line could not be written: without it nothing may reach the terminal.</summary>
public sealed class JournalDamagedException : Exception
{
    public JournalDamagedException(string message)
        : base(message)
    {
    }

    public JournalDamagedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
