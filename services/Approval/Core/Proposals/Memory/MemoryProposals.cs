using Superintel.Approval.Proposals.Ports;
using Superintel.Kernel;

namespace Superintel.Approval.Proposals.Memory;

public sealed class MemoryProposals : IProposals
{
    private readonly Dictionary<ProposalId, Proposal> proposals = [];
    private readonly SortedSet<ProposalId> pending = new(Comparer<ProposalId>.Create((l, r) => string.CompareOrdinal(l.Value, r.Value)));

    public ValueTask<Proposal?> Find(ProposalId id, CancellationToken ct) => new(proposals.GetValueOrDefault(id));

    public ValueTask<bool> TryAdd(Proposal proposal, CancellationToken ct)
    {
        var added = proposals.TryAdd(proposal.Id, proposal);
        if (added) Track(proposal);
        return new(added);
    }

    public ValueTask Save(Proposal proposal, int before, CancellationToken ct)
    {
        if (proposals.GetValueOrDefault(proposal.Id)?.Version != before)
            throw new InvalidOperationException($"{proposal.Id} was moved by somebody else.");
        proposals[proposal.Id] = proposal;
        Track(proposal);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Proposal>> Pending(CancellationToken ct) =>
        new([.. pending.Select(id => proposals[id]).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id.Value, StringComparer.Ordinal)]);

    public ValueTask<IReadOnlyList<Proposal>> Page(ProposalStatus? status, ProposalPlace? after, int limit, CancellationToken ct) => new(
    [
        .. proposals.Values
            .Where(p => status is null || p.Status == status)
            .Where(p => after is not { } place || p.CreatedAt < place.CreatedAt
                || p.CreatedAt == place.CreatedAt && string.CompareOrdinal(p.Id.Value, place.ProposalId) > 0)
            .OrderByDescending(p => p.CreatedAt)
            .ThenBy(p => p.Id.Value, StringComparer.Ordinal)
            .Take(limit),
    ]);

    private void Track(Proposal proposal)
    {
        if (proposal.Status == ProposalStatus.Pending) pending.Add(proposal.Id);
        else pending.Remove(proposal.Id);
    }
}
