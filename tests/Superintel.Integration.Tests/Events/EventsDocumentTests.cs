using Superintel.ServiceDefaults.Messaging;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.Events;

internal sealed class EventsDocumentTests
{
    private static readonly string Document = Repository.File("docs/events.md");

    [Test]
    public void The_document_shows_every_event_as_it_is_on_the_wire()
    {
        var text = File.ReadAllText(Document);
        var begin = text.IndexOf(EventsDocument.Marker, StringComparison.Ordinal);
        var expected = text[..begin] + EventsDocument.Render();
        if (Environment.GetEnvironmentVariable("SUPERINTEL_WRITE_DOCS") == "1") File.WriteAllText(Document, expected);
        Assert.That(File.ReadAllText(Document), Is.EqualTo(expected));
    }

    [TestCaseSource(typeof(EventTypes), nameof(EventTypes.All))]
    public void An_event_reads_back_as_it_was_written(Type type)
    {
        var json = EventJson.Write(SampleEvent.Of(type));
        Assert.That(EventJson.Write(EventJson.Read(type.Name, json)), Is.EqualTo(json));
    }

    [TestCaseSource(typeof(EventTypes), nameof(EventTypes.All))]
    public void An_event_with_a_field_that_a_later_version_added_is_still_read(Type type)
    {
        var json = EventJson.Write(SampleEvent.Of(type));
        Assert.That(EventJson.Read(type.Name, "{\"addedLater\":1," + json[1..]).EventId, Is.EqualTo(SampleEvent.Of(type).EventId));
    }
}
