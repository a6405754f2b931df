using System.Collections.Immutable;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Proposals;

/// <summary>A trade of definite size that waits for agreement. Moves by named transitions; a transition out of a final state
/// throws.</summary>
/// <param name="ExpiresAt">On the fleet's clock; not approved by then is lapsed, and lapsed is declined.</param>
/// <param name="DecidedAt">Null while pending.</param>
/// <param name="Code">Why it was declined or lapsed; empty otherwise.</param>
/// <param name="Version">Counts the transitions.</param>
public sealed record Proposal(
    ProposalId Id,
    Terms Terms,
    Tier Tier,
    string TierReason,
    ProposalStatus Status,
    ImmutableArray<Vote> Votes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? DecidedAt,
    string Code,
    int Version)
{
    /// <summary>Seniors that have to agree on a senior proposal.</summary>
    public const int SeniorVotes = 2;

    public static Transition Create(Terms terms, TierChoice tier, DateTimeOffset at, TimeSpan lifetime)
    {
        var created = new Proposal(
            ProposalId.For(terms.Decision), terms, tier.Tier, tier.Reason, ProposalStatus.Pending, [], at, at + lifetime, null, "", 1);
        return new Transition(created, [ProposalEvents.Created(created)]);
    }

    /// <summary>The policy agrees: for the automatic tier, or in a person's place.</summary>
    /// <param name="policy">policy:&lt;name&gt;.</param>
    public Transition ApproveByPolicy(string policy, DateTimeOffset at)
    {
        var approved = Decide(ProposalStatus.Approved, at, "");
        return new Transition(approved, [ProposalEvents.Approved(approved, [policy], "")]);
    }

    /// <summary>A person agrees; the proposal is approved when enough did.</summary>
    /// <exception cref="InvalidOperationException">Decided already, or the person voted before.</exception>
    public Transition ApproveBy(string user, string comment, DateTimeOffset at)
    {
        var voted = Record(new Vote(user, true, comment, at));
        var agreed = voted.Votes.Where(vote => vote.Approves).Select(vote => vote.By).ToArray();
        var events = new List<IEvent>();
        if (Tier == Tier.Senior) events.Add(ProposalEvents.Voted(voted, voted.Votes[^1]));
        if (Tier == Tier.Senior && agreed.Length < SeniorVotes) return new Transition(voted, [.. events]);
        var approved = voted.Decide(ProposalStatus.Approved, at, "");
        var comments = approved.Votes.Select(vote => vote.Comment).Where(text => text.Length > 0);
        events.Add(ProposalEvents.Approved(approved, agreed, string.Join("; ", comments)));
        return new Transition(approved, [.. events]);
    }

    /// <summary>A person refuses; one is enough.</summary>
    /// <exception cref="InvalidOperationException">Decided already, or the person voted before.</exception>
    public Transition DeclineBy(string user, string comment, DateTimeOffset at)
    {
        var voted = Record(new Vote(user, false, comment, at));
        var declined = voted.Decide(ProposalStatus.Declined, at, DeclineCode.Declined);
        var events = new List<IEvent>();
        if (Tier == Tier.Senior) events.Add(ProposalEvents.Voted(declined, declined.Votes[^1]));
        events.Add(ProposalEvents.Declined(declined, comment, user));
        return new Transition(declined, [.. events]);
    }

    /// <summary>A rule refuses.</summary>
    /// <param name="policy">policy:&lt;name&gt;.</param>
    public Transition DeclineByPolicy(string policy, string detail, DateTimeOffset at)
    {
        var declined = Decide(ProposalStatus.Declined, at, DeclineCode.Declined);
        return new Transition(declined, [ProposalEvents.Declined(declined, detail, policy)]);
    }

    /// <summary>Nobody answered in time.</summary>
    /// <exception cref="InvalidOperationException">Decided already, or not due yet.</exception>
    public Transition Lapse(DateTimeOffset at)
    {
        if (at < ExpiresAt) throw new InvalidOperationException($"{Id} does not expire before {ExpiresAt:O}, it is {at:O}.");
        var lapsed = Decide(ProposalStatus.Lapsed, at, DeclineCode.Lapsed);
        return new Transition(lapsed, [ProposalEvents.Declined(lapsed, $"Nobody decided before {ExpiresAt:O}.", "policy:expiry")]);
    }

    private Proposal Record(Vote vote)
    {
        if (Status != ProposalStatus.Pending) throw new InvalidOperationException($"{Id} is {Status}: nobody can vote on it.");
        return Votes.Any(before => before.By == vote.By)
            ? throw new InvalidOperationException($"{vote.By} has voted on {Id}.")
            : this with { Votes = Votes.Add(vote), Version = Version + 1 };
    }

    private Proposal Decide(ProposalStatus status, DateTimeOffset at, string code) => Status == ProposalStatus.Pending
        ? this with { Status = status, DecidedAt = at, Code = code, Version = Version + 1 }
        : throw new InvalidOperationException($"{Id} is {Status} and cannot become {status}.");
}
