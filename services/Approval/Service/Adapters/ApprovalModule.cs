using Microsoft.Extensions.Options;
using Superintel.Approval.Service.Adapters.Proposals;
using Superintel.Approval.Service.Adapters.Sizing;

namespace Superintel.Approval.Service.Adapters;

/// <summary>All of approval.</summary>
public static class ApprovalModule
{
    public static IServiceCollection AddApproval(this IServiceCollection services)
    {
        services.AddOptions<ApprovalOptions>().Configure<IConfiguration>(Bind).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApprovalOptions>, ApprovalOptionsCheck>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ApprovalOptions>>().Value);
        return services.AddSizing().AddProposals();
    }

    // The binder would append to the list's default; what is configured replaces it.
    private static void Bind(ApprovalOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection("Approval");
        if (section.GetSection(nameof(ApprovalOptions.FeatureSchemas)).Exists()) options.FeatureSchemas = [];
        section.Bind(options);
    }
}
