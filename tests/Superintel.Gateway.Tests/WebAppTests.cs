using System.Net;
using Superintel.TestKit;

namespace Superintel.Gateway.Tests;

internal sealed class WebAppTests : GatewayFixture
{
    [Test]
    public async Task Without_a_built_app_a_page_says_so() =>
        Assert.That(await (await Http.GetAsync(new Uri("/orders", UriKind.Relative))).Content.ReadAsStringAsync(),
            Does.Contain("not built"));

    [Test]
    public async Task The_built_app_is_served_and_its_own_routes_lead_to_its_page()
    {
        var root = new DirectoryInfo(Scratch.Folder("dist"));
        Directory.CreateDirectory(Path.Combine(root.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "index.html"), "<html>the app</html>");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "assets", "app-1.js"), "let x");
        var app = await Start(AddressOf(Gateway), new Dictionary<string, string?> { ["Web:Root"] = root.FullName });
        using var http = new HttpClient { BaseAddress = AddressOf(app) };
        foreach (var path in new[] { "/", "/orders", "/decisions/d-1" })
        {
            var page = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.That(await page.Content.ReadAsStringAsync(), Is.EqualTo("<html>the app</html>"), path);
            Assert.That(page.Headers.CacheControl?.NoCache, Is.True);
        }

        var script = await http.GetAsync(new Uri("/assets/app-1.js", UriKind.Relative));
        Assert.That(script.Headers.CacheControl?.MaxAge, Is.EqualTo(TimeSpan.FromDays(365)));
        Assert.That((await http.GetAsync(new Uri("/assets/app-2.js", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await http.GetAsync(new Uri("/api/nowhere", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        root.Delete(recursive: true);
    }
}
