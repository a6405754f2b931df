using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Kernel;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.KillSwitch.ReadFlatten;
using Superintel.Risk.Service.Adapters.KillSwitch.Grpc;
using Superintel.Risk.Service.Adapters.KillSwitch.Local;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.KillSwitch;

internal static class KillSwitchEndpoints
{
    public static void MapKillSwitch(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/risk/kill-switch").WithTags("Risk");
        group.MapGet("/", Show).RequireAuthorization(Policies.ViewerOrService);
        group.MapPost("/", Move).RequireAuthorization(Policies.Trader);
    }

    private static Task<Ok<KillSwitchView>> Show(ITransactions transactions, CancellationToken ct) => transactions.Run(
        async (scope, inner) =>
        {
            var current = await scope.GetRequiredService<IKillSwitch>().Current(inner);
            return TypedResults.Ok(KillSwitchView.Of(current, await scope.GetRequiredService<ReadFlatten>().Of(current, inner)));
        },
        ct);

    private static async Task<Results<Ok<KillSwitchMoved>, ProblemHttpResult>> Move(
        KillSwitchBody body, HttpContext http, ITransactions transactions, DirectLine execution, LocalSwitch local, CancellationToken ct)
    {
        var request = new SwitchRequest(body.State, body.Flatten, body.Reason, http.User.Identity?.Name ?? "", IsSenior(http.User));
        SwitchResult result;
        try
        {
            result = await transactions.RunExclusive(
                async (scope, inner) => await scope.GetRequiredService<MoveKillSwitch>().Handle(request, inner), ct);
        }
        catch (DbException) when (request.State == TradingState.Halted && !string.IsNullOrWhiteSpace(request.Reason))
        {
            // A halt does not wait for the store; anything less than a halt does.
            return TypedResults.Ok(await HaltPastTheStore(request, local));
        }

        if (result.Position is not { } position) return Problems.Of(Status(result.Code), result.Code ?? "refused", result.Detail);
        // Committed: what happens to the caller's connection no longer matters.
        var delivered = await execution.Deliver(result.Happened, CancellationToken.None);
        return TypedResults.Ok(KillSwitchMoved.Of(position, delivered));
    }

    private static async Task<KillSwitchMoved> HaltPastTheStore(SwitchRequest request, LocalSwitch local)
    {
        var reply = await local.Halt(request.Reason, request.By, CancellationToken.None);
        var halted = TradingState.Halted;
        return new KillSwitchMoved(halted, false, halted, request.Reason, request.By, null, 0, reply.Delivered, reply.Stored);
    }

    private static bool IsSenior(ClaimsPrincipal user) => Roles.AtLeast(Roles.Senior).Any(user.IsInRole);

    private static int Status(string? code) => code switch
    {
        "role-required" => StatusCodes.Status403Forbidden,
        "switch-moved-meanwhile" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
