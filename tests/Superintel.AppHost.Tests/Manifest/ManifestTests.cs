using System.Text.Json;
using Superintel.AppHost.Manifest;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Tests.Manifest;

public sealed class ManifestTests
{
    private static string Written => AspireManifest.Write(Fleet.Describe(FleetOptions.Containers));

    [Test]
    public async Task Committed_manifest_is_what_the_fleet_says()
    {
        var committed = await File.ReadAllTextAsync(TestKit.Repository.File(ManifestVerb.FileName));

        Assert.That(
            ManifestDifference.Between(committed, Written), Is.Null, "dotnet run --project Superintel.AppHost -- manifest writes it anew");
    }

    [Test]
    public void Manifest_when_written_twice_has_the_same_bytes()
    {
        var first = Written;

        Assert.That(Written, Is.EqualTo(first));
    }

    [Test]
    public void Difference_when_one_value_is_changed_names_its_line()
    {
        var planted = Written.Replace("--maxmemory 1gb", "--maxmemory 2gb", StringComparison.Ordinal);
        var line = planted.Split('\n').Index().Single(entry => entry.Item.Contains("2gb", StringComparison.Ordinal)).Index + 1;

        Assert.That(
            ManifestDifference.Between(planted, Written),
            Does.StartWith($"line {line} is").And.Contains("2gb").And.Contains("1gb"));
    }

    [Test]
    public void Difference_when_a_line_is_missing_at_the_end_names_it() =>
        Assert.That(ManifestDifference.Between("a", "a\nb"), Is.EqualTo("line 2 is missing and should be 'b'"));

    [Test]
    public void Difference_when_only_line_ends_differ_is_none() =>
        Assert.That(ManifestDifference.Between("a\r\nb\r\n", "a\nb\n"), Is.Null);

    [Test]
    public void Manifest_holds_no_secret_but_only_parameters_that_make_or_ask_for_it()
    {
        using var manifest = JsonDocument.Parse(Written);
        var resources = manifest.RootElement.GetProperty("resources");
        var parameters = Fleet.Describe(FleetOptions.Containers).Parameters.Where(parameter => parameter.Secret);

        foreach (var parameter in parameters)
        {
            var resource = resources.GetProperty(parameter.Name);
            Assert.That(resource.GetProperty("value").GetString(), Is.EqualTo($"{{{parameter.Name}.inputs.value}}"));
            Assert.That(resource.GetProperty("inputs").GetProperty("value").GetProperty("secret").GetBoolean(), Is.True);
        }
    }

    [Test]
    public void Only_the_gateway_is_external()
    {
        using var manifest = JsonDocument.Parse(Written);
        var external = manifest.RootElement.GetProperty("resources").EnumerateObject()
            .Where(resource => resource.Value.TryGetProperty("bindings", out var bindings)
                && bindings.EnumerateObject().Any(binding => binding.Value.TryGetProperty("external", out _)))
            .Select(resource => resource.Name);

        Assert.That(external, Is.EqualTo(new[] { "gateway" }));
    }

    [Test]
    public void A_part_that_only_processes_have_is_refused()
    {
        var processes = Fleet.Describe(new FleetOptions(FleetTarget.Processes, "/state"));

        Assert.That(() => AspireManifest.Write(processes), Throws.TypeOf<NotSupportedException>().With.Message.Contains("dashboard"));
    }
}
