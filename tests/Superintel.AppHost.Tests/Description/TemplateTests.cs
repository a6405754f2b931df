using Superintel.AppHost.Model;

namespace Superintel.AppHost.Tests.Description;

public sealed class TemplateTests
{
    [Test]
    public void Template_when_filled_replaces_parameters_and_endpoints()
    {
        Template template = "amqp://user:{rabbitmq-password.value}@{rabbitmq.bindings.tcp.host}:{rabbitmq.bindings.tcp.port}";

        var filled = template.Fill(place => (place.Owner, place.Endpoint, place.Property) switch
        {
            ("rabbitmq-password", null, PlaceholderProperty.Value) => "secret",
            ("rabbitmq", "tcp", PlaceholderProperty.Host) => "127.0.0.1",
            ("rabbitmq", "tcp", PlaceholderProperty.Port) => "5672",
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
        });

        Assert.That(filled, Is.EqualTo("amqp://user:secret@127.0.0.1:5672"));
    }

    [TestCase("{a.bindings.http.colour}")]
    [TestCase("{a.bindings.http}")]
    [TestCase("{a.bindings.http.value}")]
    [TestCase("{a.secret}")]
    public void Template_when_a_place_means_nothing_is_refused(string text) =>
        Assert.That(() => new Template(text).Fill(_ => ""), Throws.TypeOf<FormatException>().With.Message.Contains(text));

    [FsCheck.NUnit.Property]
    public bool Template_without_places_stays_as_it_is(string? text)
    {
        var plain = (text ?? "").Replace('{', '(');

        return new Template(plain).Fill(_ => throw new InvalidOperationException()) == plain;
    }

    [FsCheck.NUnit.Property]
    public bool Segments_joined_are_the_text(string? before, string? after)
    {
        var text = $"{before?.Replace('{', '(')}{{risk.bindings.http.url}}{after?.Replace('{', '(')}";

        return string.Concat(new Template(text).Segments.Select(segment => segment.Text)) == text;
    }
}
