using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>A status of the contract with its body.</summary>
internal sealed record Mt4Reply(int Status, JsonNode Body)
{
    public static Mt4Reply Ok(JsonNode body) => new(200, body);

    public static Mt4Reply Problem(int status, string code, int mtCode, string message, string? outcome) => new(status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["mtCode"] = mtCode,
            ["message"] = message,
            ["retryable"] = outcome == "NOT_PLACED" && status >= StatusCodes.Status429TooManyRequests,
            ["outcome"] = outcome,
        },
    });

    public static Mt4Reply Invalid(string message) => Problem(400, "INVALID", 3, message, "NOT_PLACED");

    public static Mt4Reply NotFound(string message) => Problem(404, "NOT_FOUND", 0, message, null);
}
