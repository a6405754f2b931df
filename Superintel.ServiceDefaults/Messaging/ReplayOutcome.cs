namespace Superintel.ServiceDefaults.Messaging;

/// <summary>What became of a replayed dead message.</summary>
public enum ReplayOutcome
{
    /// <summary>Its handlers succeeded.</summary>
    Applied,

    /// <summary>The event had had its effect by another way; the dead copy is gone.</summary>
    KnownAlready,

    /// <summary>Someone else replayed or discarded it meanwhile.</summary>
    Gone,
}
