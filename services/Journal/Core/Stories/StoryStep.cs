using System.Text.Json.Nodes;

namespace Superintel.Journal.Stories;

/// <summary>One thing that happened to a decision, told for a person.</summary>
/// <param name="Sequence">The journal entry behind it.</param>
/// <param name="Payload">All that was recorded.</param>
public sealed record StoryStep(long Sequence, string Kind, DateTimeOffset At, string Title, string Detail, JsonNode? Payload);
