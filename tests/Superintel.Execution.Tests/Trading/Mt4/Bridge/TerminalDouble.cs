using System.Globalization;
using System.Text;
using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>
/// A terminal with the expert of samples/mt4 on a chart, over the simulated exchange: the same exchange with the bridge, the same
/// order of writing down, doing and answering. Ends at a moment when it is told to.
/// </summary>
internal sealed class TerminalDouble : IAsyncDisposable
{
    private readonly SimExchange exchange;
    private readonly TerminalMemory memory;
    private readonly HttpClient http;
    private readonly string session = Guid.NewGuid().ToString("N");
    private readonly CancellationTokenSource stopping = new();
    private readonly List<string> extra = [];
    private readonly SimInstrument[] listed;
    private readonly Task running;
    private long number;
    private bool wantsSymbols = true;

    /// <param name="unlisted">A symbol that its broker does not have any more; null: it has all.</param>
    public TerminalDouble(
        SimExchange exchange, TerminalMemory memory, Uri url, string token, TerminalMoment? diesAt = null, string? unlisted = null)
    {
        (this.exchange, this.memory, DiesAt) = (exchange, memory, diesAt);
        listed = [.. exchange.Instruments.Where(one => one.Symbol != unlisted)];
        Trades = new TerminalTrades(exchange, memory);
        http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(5) };
        http.DefaultRequestHeaders.Add("X-Terminal-Token", token);
        // As after a restart of the expert: what it wrote down and has no result for, it looks for.
        if (memory.Line.Length > 0 && !memory.IsDone) memory.Finish(Trades.Find(memory.Line));
        running = Task.Run(Run);
    }

    public TerminalTrades Trades { get; }

    public TerminalMoment? DiesAt { get; set; }

    public bool IsConnected { get; set; } = true;

    public bool TradeAllowed { get; set; } = true;

    /// <summary>Ends when the expert is gone.</summary>
    public Task Ended => running;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        http.Dispose();
        stopping.Dispose();
    }

    private async Task Run()
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var lines = await Exchange();
                if (lines.Length == 0) await Task.Delay(20, stopping.Token); // the bridge is not there, or another expert is
                if (!lines.All(Obey)) return;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It was taken off the chart.
        }
    }

    private async Task<string[][]> Exchange()
    {
        try
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body()));
            using var response = await http.PostAsync("/terminal/v1/exchange", content, stopping.Token);
            var lines = (await response.Content.ReadAsStringAsync(stopping.Token)).Split('\n');
            return response.IsSuccessStatusCode ? [.. lines.Where(line => line.Length > 0).Select(line => line.Split('\t'))] : [];
        }
        catch (Exception failure) when (failure is HttpRequestException
            || (failure is TaskCanceledException && !stopping.IsCancellationRequested))
        {
            return [];
        }
    }

    private bool Obey(string[] line)
    {
        switch (line)
        {
            case ["ack", var told]: memory.Results.Remove(Number(told)); break;
            case ["symbols"]: wantsSymbols = true; break;
            case ["watch", var ticket]: extra.AddRange(Trades.Over((number, _) => number == Number(ticket))); break;
            case ["seek", var id, _]: extra.AddRange(Trades.Over((_, name) => name == id)); break;
            case ["bars", var id, var symbol, _, var from, _, var limit]: Bars(id, symbol, Number(from), (int)Number(limit)); break;
            case ["history", var id, var from, var to, var limit]: History(id, from, to, (int)Number(limit)); break;
            case ["place" or "close" or "closeby" or "modify" or "delete", var sequence, ..]: return Do(line, Number(sequence));
        }
        return true;
    }

    private bool Do(string[] line, long sequence)
    {
        if (DiesAt == TerminalMoment.BeforeTaking) return false;
        if (sequence <= memory.LastTaken) return true;
        memory.Take(sequence, line);
        if (DiesAt == TerminalMoment.BeforeDoing) return false;
        var result = Trades.Do(line);
        if (DiesAt == TerminalMoment.AfterDoing) return false;
        memory.Finish(result);
        if (result.Ticket > 0) extra.AddRange(Trades.Over((number, _) => number == result.Ticket));
        return true;
    }

    private void History(string id, string from, string to, int limit)
    {
        var rows = Trades.History(TerminalTrades.Time(from), TerminalTrades.Time(to), limit);
        extra.AddRange(rows);
        extra.Add($"history\t{id}\t{rows.Count}");
    }

    private void Bars(string id, string symbol, long from, int limit)
    {
        var (price, begin) = (exchange.Find(symbol)!.OpeningPrice, Math.Max(from, 86_400));
        extra.AddRange(Enumerable.Range(0, limit).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"bar\t{begin + (i * 86_400L)}\t{price}\t{price + 0.001m}\t{price - 0.001m}\t{price}\t100\t1")));
        extra.Add($"bars\t{id}\t{limit}");
    }

    private string Body()
    {
        var balance = exchange.Read(x => x.Account.Balances.GetValueOrDefault("USD"));
        List<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"hello\t3\t{memory.Node}\t{session}\t{++number}\t{memory.LastTaken}\t50"),
            $"terminal\t{(IsConnected ? 1 : 0)}\t{(TradeAllowed ? 1 : 0)}\t{TerminalTrades.OffsetMinutes}\t1420",
            string.Create(CultureInfo.InvariantCulture,
                $"account\t{Mt4Server.Account}\tSimulated-Demo\tSimulated\tUSD\t100\t{balance:F2}\t{balance:F2}\t0.00\t{balance:F2}\t0.00"),
        ];
        if (wantsSymbols)
            lines.AddRange(listed.Select(one =>
                $"symbol\t{one.Symbol}\t5\t0.00001\t100000\t0.01\t100\t0.01\t0\t0.00001\t1\t4"));
        wantsSymbols = false;
        lines.AddRange(listed.Select(Quote));
        lines.AddRange(memory.Results.Select(done => $"done\t{done.Key}\t{done.Value.Code}\t{done.Value.Ticket}"));
        lines.AddRange(Trades.Open());
        lines.AddRange(extra.Distinct());
        extra.Clear();
        return string.Concat(lines.Append($"end\t{lines.Count}").Select(line => line + "\n"));
    }

    private string Quote(SimInstrument one)
    {
        var (bid, ask) = exchange.Read(x => (x.Book(one.Symbol).Bids[0].Price, x.Book(one.Symbol).Asks[0].Price));
        return string.Create(CultureInfo.InvariantCulture,
            $"quote\t{one.Symbol}\t{bid:F5}\t{ask:F5}\t{TerminalTrades.Broker(TimeProvider.System.GetUtcNow())}");
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
