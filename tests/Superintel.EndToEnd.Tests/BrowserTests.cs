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
        // A page on a busy machine may take longer than the five seconds that are given without this.
        SetDefaultExpectTimeout(60_000);
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

    [Test]
    public async Task The_risk_page_stresses_the_book_checks_a_trade_and_simulates_it()
    {
        var page = await SignedIn();
        await page.GotoAsync(new Uri(fleet.Desk.Address, "/risk").ToString());
        await Expect(Region(page, "Scenarios")).ToContainTextAsync("crisis-2008", new() { Timeout = 60_000 });
        await page.GetByLabel("equity %").FillAsync("-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Expect(Region(page, "Result of the stress")).ToContainTextAsync("equity -20.00 %", new() { Timeout = 30_000 });

        await page.GetByLabel("Instrument", new() { Exact = true }).First.FillAsync("KO.XNYS");
        await page.GetByLabel("Quantity", new() { Exact = true }).First.FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(Region(page, "Stages of the check")).ToContainTextAsync("trading-state", new() { Timeout = 30_000 });

        await page.GetByLabel("Paths", new() { Exact = true }).FillAsync("200");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simulate" }).ClickAsync();
        await Expect(Region(page, "Distribution over the paths")).ToContainTextAsync("Maximum drawdown", new() { Timeout = 60_000 });
    }

    [Test]
    public async Task A_statistic_is_computed_a_screen_watched_to_its_end_and_a_pair_of_it_backtested()
    {
        var page = await SignedIn();
        await BarsAreStored(page);
        await page.GotoAsync(new Uri(fleet.Desk.Address, "/research").ToString());
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Method" }).SelectOptionAsync("adf");
        await page.GetByLabel("Search by id").FillAsync("KO.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Cola() }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compute" }).ClickAsync();
        await Expect(Region(page, "Critical values")).ToContainTextAsync("5%", new() { Timeout = 60_000 });

        await page.GetByRole(AriaRole.Button, new() { NameRegex = Remove() }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Method" }).SelectOptionAsync("screen");
        await page.GetByLabel("fdr", new() { Exact = true }).FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        var pairs = Region(page, "Pairs found");
        await Expect(pairs).ToBeVisibleAsync(new() { Timeout = 180_000 });
        await pairs.GetByRole(AriaRole.Button, new() { NameRegex = HalfLife() }).ClickAsync();
        var head = pairs.GetByRole(AriaRole.Columnheader, new() { NameRegex = HalfLife() });
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(Region(page, "Jobs").Last).ToContainTextAsync("succeeded");

        await pairs.GetByRole(AriaRole.Button, new() { NameRegex = Backtest() }).First.ClickAsync();
        await page.GetByLabel("train", new() { Exact = true }).FillAsync("60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = Equity() })).ToBeVisibleAsync(new() { Timeout = 120_000 });
    }

    [Test]
    public async Task Every_page_fits_a_phone()
    {
        var page = await SignedIn();
        await page.SetViewportSizeAsync(390, 844);
        foreach (var path in new[] { "/", "/pairs", "/approvals", "/orders", "/risk", "/research", "/journal" })
        {
            await page.GotoAsync(new Uri(fleet.Desk.Address, path).ToString());
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(page.GetByText("Loading…")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
            var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.That(width, Is.LessThanOrEqualTo(390), path);
        }
    }

    private static ILocator Region(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    // Discovery needs a whole window of bars before anything is proposed: with a proposal there are enough of them.
    private async Task BarsAreStored(IPage page)
    {
        await page.GotoAsync(new Uri(fleet.Desk.Address, "/approvals").ToString());
        await Expect(Region(page, "Recent proposals").Last).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Expect(Region(page, "Recent proposals").Last.GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync(new() { Timeout = 120_000 });
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

    [GeneratedRegex(@"^KO\.")]
    private static partial Regex Cola();

    [GeneratedRegex("^Remove")]
    private static partial Regex Remove();

    [GeneratedRegex("^Backtest ")]
    private static partial Regex Backtest();

    [GeneratedRegex("^Equity per traded bar")]
    private static partial Regex Equity();

    [GeneratedRegex("^Half-life")]
    private static partial Regex HalfLife();

    [GeneratedRegex("filled", RegexOptions.IgnoreCase)]
    private static partial Regex Filled();
}
