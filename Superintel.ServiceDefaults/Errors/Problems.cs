using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Superintel.ServiceDefaults.Errors;

/// <summary>RFC 9457 problem details with a stable kebab-case code.</summary>
public static class Problems
{
    public static ProblemHttpResult Of(int status, string code, string detail) => TypedResults.Problem(Details(status, code, detail));

    internal static ProblemDetails Details(int status, string code, string? detail)
    {
        var problem = new ProblemDetails { Status = status, Detail = detail };
        problem.Extensions["code"] = code;
        return problem;
    }

    /// <summary>The code of a refusal that carried none of its own.</summary>
    internal static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "malformed-request",
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "role-required",
        StatusCodes.Status404NotFound => "route-not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status408RequestTimeout => "request-timeout",
        StatusCodes.Status413PayloadTooLarge => "body-too-large",
        StatusCodes.Status415UnsupportedMediaType => "media-type-unsupported",
        StatusCodes.Status429TooManyRequests => "rate-limited",
        StatusCodes.Status502BadGateway => "service-unreachable",
        StatusCodes.Status503ServiceUnavailable => "service-unavailable",
        StatusCodes.Status504GatewayTimeout => "service-timeout",
        >= 500 => "internal-error",
        _ => "refused",
    };
}
