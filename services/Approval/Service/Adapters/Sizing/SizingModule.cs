using Superintel.Approval.Service.Adapters.Sizing.Grpc;
using Superintel.Approval.Sizing.Ports;

namespace Superintel.Approval.Service.Adapters.Sizing;

/// <summary>The question to risk.</summary>
public static class SizingModule
{
    public static IServiceCollection AddSizing(this IServiceCollection services) => services
        .AddScoped<ISizing, GrpcSizing>()
        .AddScoped<IHedgeSizing, GrpcHedgeSizing>();
}
