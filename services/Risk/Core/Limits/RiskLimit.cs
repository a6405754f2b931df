namespace Superintel.Risk.Limits;

/// <summary>A limit as it stands.</summary>
/// <param name="Version">0 while it has its default; counts the changes.</param>
/// <param name="ChangedBy">Empty while it has its default.</param>
/// <param name="ChangedAt">Null while it has its default.</param>
public sealed record RiskLimit(LimitDefinition Definition, double Value, long Version, string ChangedBy, DateTimeOffset? ChangedAt)
{
    public string Name => Definition.Name;

    public static RiskLimit Initial(LimitDefinition definition) => new(definition, definition.Default, 0, "", null);
}
