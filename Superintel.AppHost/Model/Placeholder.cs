namespace Superintel.AppHost.Model;

/// <summary>A place in a template.</summary>
/// <param name="Owner">Name of a parameter, or of a part.</param>
/// <param name="Endpoint">Name of the part's endpoint; null for a parameter.</param>
/// <param name="Property">What of it is meant.</param>
public sealed record Placeholder(string Owner, string? Endpoint, PlaceholderProperty Property)
{
    /// <exception cref="FormatException">The text names nothing that a template can mean.</exception>
    public static Placeholder Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('.') switch
        {
            [var parameter, "value"] => new(parameter, null, PlaceholderProperty.Value),
            [var part, "bindings", var endpoint, var property]
                when Enum.TryParse<PlaceholderProperty>(property, ignoreCase: true, out var parsed)
                    && parsed is not PlaceholderProperty.Value => new(part, endpoint, parsed),
            _ => throw new FormatException($"'{{{text}}}' means nothing in a fleet's template."),
        };
    }
}
