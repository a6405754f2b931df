namespace Superintel.Contracts.Events;

/// <summary>An event in the life of one decision.</summary>
public interface IDecisionEvent : IEvent
{
    string DecisionId { get; }
}
