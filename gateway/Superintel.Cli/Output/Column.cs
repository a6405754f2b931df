namespace Superintel.Cli.Output;

/// <summary>A column of a table: which field, under which heading, how it is written.</summary>
/// <param name="Heading">What a person reads.</param>
/// <param name="Field">The field's name in the answer; a dot steps into an object.</param>
/// <param name="Format">A number or date format, or null for the value as it is.</param>
/// <param name="Rare">Left out of a table in which every row has zero or nothing there.</param>
public sealed record Column(string Heading, string Field, string? Format = null, bool Rare = false);
