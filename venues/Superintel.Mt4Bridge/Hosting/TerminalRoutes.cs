using Superintel.Mt4Bridge.Journal;
using Superintel.Mt4Bridge.Terminal;

namespace Superintel.Mt4Bridge.Hosting;

/// <summary>The terminal's one route. Closed without the terminal's own token.</summary>
internal sealed class TerminalRoutes(BridgeState state, string token, Action<JournalDamagedException> failed, CancellationToken stopping)
{
    public const string Path = "/terminal/v1/exchange";
    private readonly Strangers strangers = new(state.Log, "the terminal's port");
    private readonly TerminalDesk desk = new(state);

    public async Task Handle(HttpContext context)
    {
        var (status, lines) = await Answer(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.Body.WriteAsync(TerminalLines.Write(lines), context.RequestAborted);
    }

    private async Task<(int Status, IReadOnlyCollection<string> Lines)> Answer(HttpContext context)
    {
        if (!BridgeTokens.Same(context.Request.Headers["X-Terminal-Token"], token))
        {
            strangers.Came();
            return (401, ["refused\tthe token is missing or wrong"]);
        }
        if (context.Request.Method != "POST" || context.Request.Path != Path) return (404, ["refused\tno such route"]);
        if (await Body(context.Request) is not { } body || TerminalReader.Read(body) is not { } report)
            return (400, ["refused\tthe body is not whole or not of this version"]);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            return await desk.Exchange(report, ends.Token);
        }
        catch (JournalDamagedException failure)
        {
            failed(failure);
            return (500, ["refused\tthe journal cannot be written"]);
        }
    }

    private static async Task<byte[]?> Body(HttpRequest request)
    {
        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }
}
