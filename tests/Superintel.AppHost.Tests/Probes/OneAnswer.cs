using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Superintel.AppHost.Tests.Probes;

/// <summary>A server that gives whoever connects one HTTP answer.</summary>
internal sealed class OneAnswer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;

    public OneAnswer(string status, string type, string body)
    {
        listener.Start();
        var answer = $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";
        serving = Serve(Encoding.ASCII.GetBytes(answer));
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}/health/ready");

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await serving;
        listener.Dispose();
        closing.Dispose();
    }

    private async Task Serve(byte[] answer)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                await using var stream = client.GetStream();
                using var request = new StreamReader(stream, leaveOpen: true);
                while (!string.IsNullOrEmpty(await request.ReadLineAsync(closing.Token)))
                {
                    // What is left unread would reset the connection, and take the answer with it.
                }

                await stream.WriteAsync(answer, closing.Token);
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException)
            {
                // Whoever asked has gone, or the test has ended: the loop's condition says which.
                continue;
            }
        }
    }
}
