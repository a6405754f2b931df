using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.Service.Adapters.MarketData.Import;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>POST /api/import.</summary>
internal static class ImportEndpoints
{
    public static void MapImport(this IEndpointRouteBuilder app)
    {
        var limits = app.ServiceProvider.GetRequiredService<IngestionOptions>().Import;
        app.MapPost("/api/import", Import)
            .WithTags("import")
            .WithSummary("Import a CSV file: a time and a column per instrument, or symbol, ts, open, high, low, close, volume")
            .Accepts<Stream>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaximumBytes))
            .RequireAuthorization(Policies.Trader);
    }

    private static async Task<Results<Ok<ImportReply>, ProblemHttpResult>> Import(
        ITransactions transactions, IngestionOptions options, [AsParameters] ImportQuery query, Stream body, CancellationToken ct)
    {
        using var received = new MemoryStream();
        await body.CopyToAsync(received, ct);
        var csv = received.ToArray();
        var request = query.Request(Convert.ToHexStringLower(SHA256.HashData(csv)));
        var table = CsvTable.Read(csv, options.Import);
        // Alone: two imports of one series, or an import and a slice, must not both find a place free.
        var outcome = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<ImportBars>().Handle(request, table, TimeProvider.System.GetUtcNow(), inner), ct);
        return outcome is { RejectedCount: > 0, Accepted: 0, AlreadyStored: 0, Quarantined: 0 }
            ? Refused(outcome)
            : TypedResults.Ok(ImportReply.Of(outcome));
    }

    // A problem, and in it all that an answer to a good file would have said.
    private static ProblemHttpResult Refused(ImportOutcome outcome)
    {
        var first = outcome.Rejected[0];
        var problem = Problems.Of(
            StatusCodes.Status422UnprocessableEntity,
            "import-rejected",
            $"Nothing was stored: {outcome.RejectedCount} rows are refused, the first in line {first.Row}: {first.Code}, {first.Detail}.");
        problem.ProblemDetails.Extensions["accepted"] = 0;
        problem.ProblemDetails.Extensions["quarantined"] = 0;
        problem.ProblemDetails.Extensions["rejectedCount"] = outcome.RejectedCount;
        problem.ProblemDetails.Extensions["rejectedRows"] = outcome.Rejected;
        return problem;
    }
}
