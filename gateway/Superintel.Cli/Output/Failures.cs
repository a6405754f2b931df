using System.Net;
using System.Text.Json;
using Superintel.Cli.Session;

namespace Superintel.Cli.Output;

/// <summary>Turns what went wrong into one line on standard error and an exit code.</summary>
public static class Failures
{
    public static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (GatewayRefusalException refusal)
        {
            await Console.Error.WriteLineAsync($"error {refusal.Code}: {refusal.Detail}");
            return refusal.Status switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ExitCode.NotAllowed,
                HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ExitCode.Unreachable,
                HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge =>
                    ExitCode.BadInput,
                _ => ExitCode.Failure,
            };
        }
        catch (HttpRequestException)
        {
            await Console.Error.WriteLineAsync(
                "error unreachable: the gateway does not answer. Is the fleet up (./superintel status)? Otherwise name it with --url.");
            return ExitCode.Unreachable;
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync($"error bad-input: {failure.Message}");
            return ExitCode.BadInput;
        }
    }
}
