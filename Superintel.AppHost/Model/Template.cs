using System.Text.RegularExpressions;

namespace Superintel.AppHost.Model;

/// <summary>
/// Text with places to fill in, written as in the Aspire manifest: {parameter.value}, and of a part's endpoint
/// {part.bindings.endpoint.url}, .host, .port (as others reach it) and .targetPort (where it listens).
/// Every host fills them in its own way; the manifest writes them as they stand.
/// </summary>
public sealed partial record Template(string Text)
{
    /// <summary>Literal text and placeholders, in order.</summary>
    public IEnumerable<TemplateSegment> Segments
    {
        get
        {
            var end = 0;
            foreach (Match match in Placeholders().Matches(Text))
            {
                if (match.Index > end)
                {
                    yield return new TemplateSegment(Text[end..match.Index], null);
                }

                yield return new TemplateSegment(match.Value, Placeholder.Parse(match.Groups[1].Value));
                end = match.Index + match.Length;
            }

            if (end < Text.Length)
            {
                yield return new TemplateSegment(Text[end..], null);
            }
        }
    }

    public static implicit operator Template(string text) => new(text);

    public static Template FromString(string text) => new(text);

    /// <summary>The text with every placeholder replaced.</summary>
    public string Fill(Func<Placeholder, string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Concat(Segments.Select(segment => segment.Placeholder is { } place ? value(place) : segment.Text));
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\{([a-z0-9-]+(?:\.[A-Za-z0-9-]+)+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholders();
}
