using System.Collections.Immutable;
using Superintel.Contracts.Events;

namespace Superintel.Approval.Proposals;

/// <summary>The proposal after a transition, and what it makes known.</summary>
public sealed record Transition(Proposal Proposal, ImmutableArray<IEvent> Events);
