using Superintel.Journal.Chain.Anchors;

namespace Superintel.Journal.Chain.Ports;

/// <summary>Notes of the chain's end, somewhere else than the chain.</summary>
public interface IAnchors
{
    /// <summary>In order of sequence.</summary>
    /// <exception cref="InvalidDataException">What is kept is not what was noted.</exception>
    Task<IReadOnlyList<Anchor>> All(CancellationToken ct);

    /// <summary>Adds a note of a later end; survives a crash right after.</summary>
    Task Add(Anchor anchor, CancellationToken ct);
}
