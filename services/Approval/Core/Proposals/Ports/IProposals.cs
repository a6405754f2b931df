using Superintel.Kernel;

namespace Superintel.Approval.Proposals.Ports;

/// <summary>Every proposal, one per decision.</summary>
public interface IProposals
{
    /// <summary>The proposal, held against other writers until the transaction ends.</summary>
    ValueTask<Proposal?> Find(ProposalId id, CancellationToken ct);

    /// <returns>False when the decision has a proposal already; nothing changes then.</returns>
    ValueTask<bool> TryAdd(Proposal proposal, CancellationToken ct);

    /// <summary>Stores transitions of a proposal.</summary>
    /// <param name="before">The version that was read.</param>
    /// <exception cref="InvalidOperationException">Somebody else moved it in between.</exception>
    ValueTask Save(Proposal proposal, int before, CancellationToken ct);

    /// <summary>Pending proposals, oldest first.</summary>
    ValueTask<IReadOnlyList<Proposal>> Pending(CancellationToken ct);

    /// <summary>Newest first, ties by id; those after the given place.</summary>
    ValueTask<IReadOnlyList<Proposal>> Page(ProposalStatus? status, ProposalPlace? after, int limit, CancellationToken ct);
}
