using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Superintel.Execution.Service.Endpoints.Reconciliation;
using Superintel.ServiceDefaults;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// Who may let the desk trade beside an order of another, and sees which venues are compared. Asks until the process, which may be dead,
/// has answered.
/// </summary>
internal sealed class Senior(ExecutionProcess service) : IDisposable
{
    public const string ServiceKey = "a key that only the tests of this repository know";
    private const string Name = "senior";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly InternalTokens tokens = new(
        Options.Create(new AuthOptions { ServiceKey = ServiceKey }), new ServiceIdentity("gateway", typeof(Senior).Assembly));

    /// <returns>Who acknowledged it, as the answer says; null: the order was over by then.</returns>
    public async Task<string?> Acknowledge(string externalOrderId)
    {
        string? by = null;
        await Eventually.True(async () =>
        {
            if (await Ask(HttpMethod.Post, $"/api/orders/{externalOrderId}/acknowledge") is not { } answer) return false;
            by = answer.GetProperty("acknowledgedBy").GetString();
            return true;
        }, $"{externalOrderId} is acknowledged", Patience);
        return by;
    }

    /// <summary>Says of units which nobody explains that they are not the desk's, where they are what others have traded.</summary>
    /// <param name="others">What others traded of an instrument, units.</param>
    /// <param name="seesPhantoms">The venue tells positions that no order made: whatever it tells is accepted.</param>
    public async Task Accept(Func<string, decimal> others, bool seesPhantoms)
    {
        if (await Ask(HttpMethod.Get, "/api/reconciliation") is not { } told) return;
        foreach (var row in told.GetProperty("positions").EnumerateArray())
        {
            var (instrument, difference) = (row.GetProperty("instrumentId").GetString()!, row.GetProperty("difference").GetDecimal());
            var isTheirs = row.GetProperty("externalQuantity").GetDecimal() + difference == others(instrument);
            if (difference == 0m || !(isTheirs || seesPhantoms)) continue;
            var body = new HoldingBody(
                row.GetProperty("venue").GetString()!, row.GetProperty("account").GetString()!, instrument, difference, "by hand");
            await Ask(HttpMethod.Post, "/api/reconciliation/holdings", JsonContent.Create(body));
        }
    }

    /// <summary>Until the process says that a venue is compared, or waiting.</summary>
    public Task Until(string venue, string state) => Eventually.True(
        async () => await Ask(HttpMethod.Get, "/api/reconciliation") is { } answer && answer.GetProperty("venues").EnumerateArray()
            .Any(row => row.GetProperty("venue").GetString() == venue && row.GetProperty("state").GetString() == state),
        $"{venue} is {state}",
        Patience);

    public void Dispose() => http.Dispose();

    private async Task<JsonElement?> Ask(HttpMethod method, string path, HttpContent? content = null)
    {
        if (service.Url is not { } url) return null;
        using var request = new HttpRequestMessage(method, url + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.For(Name, [Roles.Senior]));
        try
        {
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.OK) return null;
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            return body.RootElement.Clone();
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            return null; // it died on the way
        }
    }
}
