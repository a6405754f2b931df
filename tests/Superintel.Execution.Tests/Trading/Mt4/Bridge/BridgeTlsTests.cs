using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Mt4Bridge;
using Superintel.Mt4Bridge.Hosting;
using Superintel.TestKit;
using Superintel.Venue.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>Execution and bridge on two machines: nothing but the bridge that has the token is spoken to.</summary>
public sealed class BridgeTlsTests
{
    private const string Token = "an-execution-token-of-more-than-32-characters";

    [Test]
    public async Task Bridge_with_its_own_certificate_is_asked_over_TLS()
    {
        await using var host = await Start(Token);
        using var client = new Mt4Client(new Mt4ClientOptions { Url = host.Url, Token = Token, OwnCertificate = true });
        Assert.That(host.Url.Scheme, Is.EqualTo("https"));
        Assert.That((await client.Health(default)).Value?.Status, Is.EqualTo("up"));
    }

    [Test]
    public async Task Bridge_that_has_another_token_is_not_told_ours()
    {
        await using var host = await Start(Token + "-another");
        using var client = new Mt4Client(new Mt4ClientOptions { Url = host.Url, Token = Token, OwnCertificate = true });
        Assert.That((await client.Health(default)).Failure?.Code, Is.EqualTo("unreachable"));
    }

    [Test]
    public async Task Certificate_of_the_bridge_is_no_certificate_for_the_machine()
    {
        await using var host = await Start(Token);
        using var client = new Mt4Client(new Mt4ClientOptions { Url = host.Url, Token = Token });
        Assert.That((await client.Health(default)).Failure?.Code, Is.EqualTo("unreachable"));
    }

    [Test]
    public void Certificate_of_a_token_always_has_the_same_key_and_of_another_token_another()
    {
        var now = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
        using var first = BridgeCertificate.Create(Token, now);
        using var later = BridgeCertificate.Create(Token, now.AddYears(3));
        Assert.Multiple(() =>
        {
            Assert.That(first.GetPublicKeyString(), Is.EqualTo(later.GetPublicKeyString()));
            Assert.That(BridgeCertificate.IsOf(first, Token), Is.True);
            Assert.That(BridgeCertificate.IsOf(later, Token), Is.True);
            Assert.That(BridgeCertificate.IsOf(first, Token + "x"), Is.False);
            Assert.That(BridgeCertificate.IsOf(null, Token), Is.False);
            Assert.That(first.Subject, Does.Not.Contain(Token));
        });
    }

    [Test]
    public void Certificate_of_a_short_token_is_not_made() => Assert.That(
        () => BridgeCertificate.Create(Token[..31], DateTimeOffset.UnixEpoch), Throws.TypeOf<FormatException>());

    [Test]
    public void Self_signed_certificate_of_somebody_else_is_refused_whatever_it_is_called()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=superintel-mt4-bridge", key, HashAlgorithmName.SHA256);
        using var other = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        Assert.That(BridgeCertificate.IsOf(other, Token), Is.False);
    }

    [TestCase("http://127.0.0.1:8005", Token, "https")]
    [TestCase("https://bridge.example:8005", "short-token-of-20-ch", "32")]
    public void Settings_that_could_not_be_safe_are_refused(string url, string token, string why)
    {
        var options = new Mt4Options { Bridge = new Mt4ClientOptions { Url = new Uri(url), OwnCertificate = true } };
        Assert.That(() => Mt4Module.Checked(options, _ => token), Throws.ArgumentException.With.Message.Contains(why));
    }

    private static async Task<BridgeHost> Start(string token)
    {
        var host = new BridgeHost(
            new BridgeSettings(new BridgeOptions { Folder = Scratch.Folder("bridge") }, new BridgeTokens(token, BridgedMt4.TerminalToken))
            {
                Port = 0, TerminalPort = 0, Tls = true,
            },
            TimeProvider.System);
        await host.Start(CancellationToken.None);
        return host;
    }
}
