using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Superintel.ServiceDefaults.Errors;

/// <summary>Turns what was thrown into a problem. Details of a failure of ours go to the log, not to the caller.</summary>
internal sealed partial class ProblemExceptionHandler(IProblemDetailsService problems,
    ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        var problem = Describe(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError) Failed(log, http.Request.Method, http.Request.Path, exception);
        http.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(
            new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem, Exception = exception });
    }

    private static ProblemDetails Describe(Exception exception) => exception switch
    {
        RefusedRequestException refused => Problems.Details(refused.StatusCode, refused.Code, refused.Message),
        BadHttpRequestException { InnerException: JsonException json } bad =>
            Problems.Details(bad.StatusCode, "malformed-json", Explain(json)),
        BadHttpRequestException bad => Problems.Details(bad.StatusCode, Problems.CodeOf(bad.StatusCode), bad.Message),
        DbException { IsTransient: true } =>
            Problems.Details(StatusCodes.Status503ServiceUnavailable, "storage-unavailable", "The store cannot be reached."),
        TimeoutException => Problems.Details(StatusCodes.Status503ServiceUnavailable, "service-timeout", "The work took too long."),
        _ => Problems.Details(StatusCodes.Status500InternalServerError, "internal-error", "The failure has been logged."),
    };

    /// <summary>Says where, and of the message only the part that speaks of the caller's JSON, not of our types.</summary>
    private static string Explain(JsonException json)
    {
        var where = json.Path is { Length: > 0 } path ? $" at {path}" : string.Empty;
        var line = json.LineNumber is { } number ? $" (line {number + 1})" : string.Empty;
        return $"The body is not what this route takes{where}{line}.";
    }

    [LoggerMessage(1001, LogLevel.Error, "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, string method, PathString path, Exception exception);
}
