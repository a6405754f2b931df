namespace Superintel.AppHost.Model;

/// <param name="Text">The text as it stands in the template.</param>
/// <param name="Placeholder">What it stands for; null where it is literal.</param>
public sealed record TemplateSegment(string Text, Placeholder? Placeholder);
