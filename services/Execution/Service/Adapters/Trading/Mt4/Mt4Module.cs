using Superintel.Venue.Mt4;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>The MT4 adapter from <c>Execution:Mt4</c>; the token comes from the environment, or from a file that it names.</summary>
internal static class Mt4Module
{
    /// <exception cref="ArgumentException">No token, or a bridge on another machine without TLS.</exception>
    public static void AddMt4(IServiceCollection services, IConfiguration configuration, string account)
    {
        var options = Checked(configuration.GetSection("Execution:Mt4").Get<Mt4Options>() ?? new Mt4Options(),
            Environment.GetEnvironmentVariable);
        // Ages are measured on the machine's time, whatever the fleet's clock replays.
        services.AddSingleton(_ => new Mt4Client(options.Bridge));
        services.AddSingleton(provider => new LiveVenue(
            Mt4Options.VenueName,
            new Mt4Broker(
                provider.GetRequiredService<Mt4Client>(), options, account, TimeProvider.System,
                new Mt4Log(provider.GetRequiredService<ILogger<Mt4Log>>()))));
    }

    internal static Mt4Options Checked(Mt4Options options, Func<string, string?> environment)
    {
        var token = Token(options, environment);
        if (!options.Bridge.Url.IsLoopback && options.Bridge.Url.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("An MT4 bridge on another machine needs https (its --tls): its token would travel in clear.");
        if (options.Bridge.OwnCertificate && options.Bridge.Url.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("Mt4:Bridge:OwnCertificate needs an https address.");
        if (options.Bridge.OwnCertificate && token.Length < BridgeCertificate.ShortestToken)
        {
            throw new ArgumentException(
                $"Mt4:Bridge:OwnCertificate needs {BridgeCertificate.ShortestToken} characters or more in {options.TokenVariable}.");
        }
        if (options.EventWait >= options.Bridge.Timeout) throw new ArgumentException("Mt4:EventWait must be below Mt4:Bridge:Timeout.");
        return options with { Bridge = options.Bridge with { Token = token } };
    }

    private static string Token(Mt4Options options, Func<string, string?> environment)
    {
        try
        {
            return BridgeToken.Read(environment, options.TokenVariable);
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"The MT4 bridge's token cannot be had: {failure.Message}", failure);
        }
    }
}
