using System.Net;
using System.Runtime.Versioning;
using Superintel.Execution.Trading;
using Superintel.Mt4Bridge.Hosting;
using Superintel.TestKit;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>Who may speak as the terminal, and what a terminal that is there but cannot trade is good for.</summary>
[SupportedOSPlatform("linux")]
public sealed class BridgeTerminalTests
{
    private static readonly Mt4OrderRequest Order = new("o1", "EURUSD", "BUY", "MARKET", 0.10m, null, null, 5350);

    [Test]
    public async Task Second_expert_is_refused_while_the_first_is_heard()
    {
        await using var bridged = await BridgedMt4.Start();
        using var http = Http(bridged);
        using var answer = await http.PostAsync("/terminal/v1/exchange", Report("another", 1));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Exchange_that_is_older_than_the_last_is_refused()
    {
        await using var bridged = await BridgedMt4.Start(hasTerminal: false);
        using var http = Http(bridged);
        using var second = await http.PostAsync("/terminal/v1/exchange", Report("one", 2));
        using var first = await http.PostAsync("/terminal/v1/exchange", Report("one", 1));
        Assert.That((second.StatusCode, first.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict)));
    }

    [Test]
    public async Task Terminal_of_another_account_is_refused_for_ever()
    {
        await using var bridged = await BridgedMt4.Start(hasTerminal: false);
        using var http = Http(bridged);
        using var first = await http.PostAsync("/terminal/v1/exchange", Report("one", 1));
        await bridged.StopBridge();
        await bridged.StartBridge();
        using var again = Http(bridged);
        using var other = await again.PostAsync("/terminal/v1/exchange", Report("two", 1, login: 7));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await other.Content.ReadAsStringAsync(), Does.Contain("belongs to account 1"));
    }

    [Test]
    public async Task Terminal_without_its_broker_takes_no_orders_and_tells_no_positions()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.IsConnected = false;
        await Eventually.True(async () => (await bridged.Client.Health(default)).Value is { TerminalConnected: false }, "the bridge knows");
        Assert.That((await bridged.Client.Place(Order, default)).Failure!.Code, Is.EqualTo("TERMINAL_OFFLINE"));
        Assert.That((await bridged.Client.Positions(default)).Failure!.Code, Is.EqualTo("TERMINAL_OFFLINE"));
    }

    [Test]
    public async Task Order_that_finds_no_terminal_is_deferred_and_leaves_once_when_it_is_back()
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = bridged.Ticket();
        await bridged.Broker.Submit(bridged.Ticket(), default); // the symbol is known from here on
        bridged.Terminal!.IsConnected = false;
        await Eventually.True(async () => (await bridged.Client.Health(default)).Value is { TerminalConnected: false }, "the bridge knows");
        Assert.That((await bridged.Broker.Submit(ticket, default) as SubmitOutcome.Deferred)?.Code, Is.EqualTo("venue-unavailable"));

        bridged.Terminal.IsConnected = true;
        await Eventually.True(async () => (await bridged.Client.Health(default)).Value is { TerminalConnected: true }, "the bridge knows");
        Assert.That(await bridged.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Terminal_that_may_not_trade_takes_no_orders_and_tells_positions()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.TradeAllowed = false;
        await Eventually.True(async () => (await bridged.Client.Health(default)).Value is { TradeAllowed: false }, "the bridge knows");
        Assert.That((await bridged.Client.Place(Order, default)).Failure!.Code, Is.EqualTo("TRADE_DISABLED"));
        Assert.That((await bridged.Client.Positions(default)).Value, Is.Empty);
    }

    [Test]
    public async Task Symbol_that_the_terminal_does_not_show_is_refused()
    {
        await using var bridged = await BridgedMt4.Start();
        var answer = await bridged.Client.Place(Order with { Symbol = "EURUSD.pro" }, default);
        Assert.That(answer.Failure!.Code, Is.EqualTo("UNKNOWN_SYMBOL"));
    }

    [TestCase(null, "terminal-token-of-a-test")]
    [TestCase("execution-token-of-a-test", null)]
    [TestCase("the-same-token-twice", "the-same-token-twice")]
    [TestCase("short", "terminal-token-of-a-test")]
    [TestCase("token with blanks in it", "terminal-token-of-a-test")]
    public void Tokens_are_two_and_long(string? bridge, string? terminal) => Assert.That(
        () => BridgeTokens.From(name => name switch { "MT4_BRIDGE_TOKEN" => bridge, "MT4_TERMINAL_TOKEN" => terminal, _ => null }),
        Throws.TypeOf<FormatException>().With.Message.Contains("MT4_"));

    [Test]
    public void Token_in_a_file_is_read_when_only_its_owner_can_read_it()
    {
        var path = Scratch.File("token");
        File.WriteAllText(path, "execution-token-of-a-file\n");
        BridgeTokens Read() => BridgeTokens.From(name => name switch
        {
            "MT4_BRIDGE_TOKEN_FILE" => path,
            "MT4_TERMINAL_TOKEN" => BridgedMt4.TerminalToken,
            _ => null,
        });
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.That(Read().Bridge, Is.EqualTo("execution-token-of-a-file"));
        Assert.That($"{Read()}", Does.Not.Contain("token-of-a"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.That(Read, Throws.TypeOf<FormatException>().With.Message.Contains("chmod 600"));
        File.Delete(path);
    }

    private static StringContent Report(string session, int number, int login = 1) => new(
        $"hello\t3\tchart-9\t{session}\t{number}\t0\t0\nterminal\t1\t1\t120\t1420\n"
        + $"account\t{login}\tBroker-Demo\tBroker\tUSD\t100\t1.00\t1.00\t0.00\t1.00\t0.00\nend\t3\n");

    private static HttpClient Http(BridgedMt4 bridged)
    {
        var http = new HttpClient { BaseAddress = bridged.Host.TerminalUrl };
        http.DefaultRequestHeaders.Add("X-Terminal-Token", BridgedMt4.TerminalToken);
        return http;
    }
}
