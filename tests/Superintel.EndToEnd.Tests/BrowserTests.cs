using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Superintel.EndToEnd.Tests.Fleet;
using static Microsoft.Playwright.Assertions;

namespace Superintel.EndToEnd.Tests;

/// <summary>The web app in a real browser against the real fleet.</summary>
public sealed partial class BrowserTests
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private RunningFleet fleet = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        // Every entry needs a trader here and the replay waits for him: there is always something to approve.
        fleet = await RunningFleet.Start(
            ("Replay__SlicesPerSecond", "20"), ("Replay__HumanHold", "00:05:00"), ("Approval__TraderNotional", "1"));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
        });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await fleet.DisposeAsync();
    }

    [Test]
    public async Task A_trader_signs_in_approves_a_proposal_and_sees_the_fill_arrive()
    {
        var page = await SignedIn();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Approvals() }).ClickAsync();
        var card = page.GetByRole(AriaRole.Article).First;
        await Expect(card).ToBeVisibleAsync(new() { Timeout = 120_000 });
        var story = await card.GetByRole(AriaRole.Link, new() { Name = "Story" }).GetAttributeAsync("href");
        await card.GetByLabel("Comment").FillAsync("seen in the browser");
        var answer = await page.RunAndWaitForResponseAsync(
            () => card.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync(),
            response => response.Url.EndsWith("/approve", StringComparison.Ordinal));
        Assert.That(answer.Status, Is.EqualTo(200), await answer.TextAsync());
        await page.GotoAsync(new Uri(fleet.Desk.Address, story!).ToString());
        await Expect(page.GetByText("seen in the browser").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = Filled() }).First).ToBeVisibleAsync(new() { Timeout = 120_000 });
    }

    [Test]
    public async Task The_journal_is_verified_from_the_page()
    {
        var page = await SignedIn();
        await page.GetByRole(AriaRole.Link, new() { Name = "Journal" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify the chain" }).ClickAsync();
        await Expect(page.GetByText("The journal is whole")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Test]
    public async Task A_wrong_password_says_so_and_a_page_without_a_session_asks_to_sign_in()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(fleet.Desk.Address, "/orders").ToString());
        await page.GetByLabel("User").FillAsync("admin");
        await page.GetByLabel("Password").FillAsync("certainly wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    private async Task<IPage> SignedIn()
    {
        var admin = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(fleet.State, "admin.json")))!;
        var page = await browser.NewPageAsync();
        await page.GotoAsync(fleet.Desk.Address.ToString());
        await page.GetByLabel("User").FillAsync((string)admin["user"]!);
        await page.GetByLabel("Password").FillAsync((string)admin["password"]!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        return page;
    }

    [GeneratedRegex("^Approvals")]
    private static partial Regex Approvals();

    [GeneratedRegex("filled", RegexOptions.IgnoreCase)]
    private static partial Regex Filled();
}
