using Microsoft.AspNetCore.Http;

namespace Superintel.ServiceDefaults.Errors;

/// <summary>The request itself is wrong, found while it was being read. Refusals of a use case are values and never come this
/// way.</summary>
public sealed class RefusedRequestException(string code, string detail, int status = StatusCodes.Status400BadRequest)
    : BadHttpRequestException(detail, status)
{
    public string Code => code;
}
