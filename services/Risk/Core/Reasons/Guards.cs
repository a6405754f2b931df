namespace Superintel.Risk.Reasons;

/// <summary>Which trades a reason can stop.</summary>
public enum Guards
{
    /// <summary>Only trades that add exposure: an exit passes.</summary>
    Entries = 1,

    /// <summary>Only trades that take exposure off.</summary>
    Exits = 2,

    Everything = 3,
}
