using System.Net.Http.Json;
using System.Text.Json;
using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Probes;

/// <summary>Ready when a GET answers with success or a redirection; a service's answer names what it works without.</summary>
public sealed class HttpProbe(Uri address) : IProbe
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public async Task<ProbeAnswer> Ask(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)answer.StatusCode >= 400) return ProbeAnswer.Not($"{address} answers {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "application/json") return ProbeAnswer.Ready;
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return Judge(await answer.Content.ReadFromJsonAsync<Health>(cancellationToken));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            return ProbeAnswer.Not(failure.Message);
        }
    }

    private static ProbeAnswer Judge(Health? health) => health?.Status == "degraded"
        ? ProbeAnswer.Without([.. (health.Checks ?? []).Where(check => check.Value != "healthy").Select(check => check.Key)])
        : ProbeAnswer.Ready;

    /// <summary>As much of a service's answer as says what is missing; a tool's own JSON has neither.</summary>
    private sealed class Health
    {
        public string? Status { get; init; }

        public SortedDictionary<string, string>? Checks { get; init; }
    }
}
