namespace Superintel.ServiceDefaults.Storage;

/// <summary>Memory that repeats what is stored. Told to forget when a transaction failed, so that the next use loads again.</summary>
public interface ICachedState
{
    void Invalidate();
}
