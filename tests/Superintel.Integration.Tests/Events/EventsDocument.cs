using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Integration.Tests.Events;

/// <summary>The part of docs/events.md that is made from the code.</summary>
internal static class EventsDocument
{
    public const string Marker = "<!-- From here on the text is made from the code: SUPERINTEL_WRITE_DOCS=1 writes it anew. -->";

    private static readonly JsonSerializerOptions Readable = new(EventJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static string Render()
    {
        var summaries = Summaries();
        var text = new StringBuilder(Marker).Append("\n\n| Event | Exchange |\n|---|---|\n");
        foreach (var type in EventTypes.All) text.Append($"| {type.Name} | `{EventTypes.Exchange(type)}` |\n");
        foreach (var type in EventTypes.All)
        {
            text.Append($"\n## {type.Name}\n{summaries.GetValueOrDefault(type.FullName!)}\n");
            text.Append($"```json\n{JsonSerializer.Serialize(SampleEvent.Of(type), type, Readable)}\n```\n");
        }

        return text.ToString();
    }

    /// <summary>What the contracts' own documentation says of each type, in one line.</summary>
    private static Dictionary<string, string> Summaries()
    {
        var document = XDocument.Load(Path.ChangeExtension(typeof(IEvent).Assembly.Location, ".xml"));
        return document.Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
            .ToDictionary(member => member.Attribute("name")!.Value[2..], member => OneLine(member.Element("summary")));
    }

    private static string OneLine(XElement? summary)
    {
        if (summary is null) return string.Empty;
        foreach (var reference in summary.Descendants().Where(node => node.Attribute("cref") is not null).ToList())
            reference.ReplaceWith(reference.Attribute("cref")!.Value.Split('.')[^1]);
        return string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
