using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Probes;

/// <summary>Ready when a GET answers with success or a redirection.</summary>
public sealed class HttpProbe(Uri address) : IProbe
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public async Task<string?> Ask(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)answer.StatusCode < 400 ? null : $"{address} answers {(int)answer.StatusCode}";
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
    }
}
