using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Superintel.Gateway.Auth;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Tests;

internal sealed class TokenTests : GatewayFixture
{
    [Test]
    public async Task A_forged_expired_or_misdirected_token_is_refused()
    {
        var good = new JsonWebToken(await TokenOfAdmin());
        var session = good.GetClaim("sid").Value;
        var keys = Gateway.Services.GetRequiredService<SigningKeys>();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = new ECDsaSecurityKey(other) { KeyId = good.Kid };
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        string[] refused =
        [
            Token(new SigningCredentials(forged, SecurityAlgorithms.EcdsaSha256), session, now.AddMinutes(5)),
            Token(new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256), session, now.AddMinutes(-1)),
            Token(new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256), session, now.AddMinutes(5),
                audience: "superintel-fleet"),
            Token(new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256), session, now.AddMinutes(5), issuer: "somebody"),
            Token(new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256), Guid.NewGuid().ToString(), now.AddMinutes(5)),
            Token(null, session, now.AddMinutes(5)),
            Token(new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ServiceKey)), SecurityAlgorithms.HmacSha256),
                session, now.AddMinutes(5)),
            Gateway.Services.GetRequiredService<InternalTokens>().For("owner", [Roles.Admin]),
        ];
        foreach (var token in refused) Assert.That(await Status(Http, token), Is.EqualTo(HttpStatusCode.Unauthorized), token);
        var made = Token(new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256), session, now.AddMinutes(5));
        Assert.That(await Status(Http, made), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task After_a_rotation_old_tokens_stay_good_new_ones_have_the_new_key_and_other_gateways_learn_it()
    {
        var second = await Start(AddressOf(Gateway));
        using var elsewhere = new HttpClient { BaseAddress = AddressOf(second) };
        var before = await TokenOfAdmin();
        var rotation = await (await Send(HttpMethod.Post, "/api/auth/signing-keys/rotate", before))
            .Content.ReadFromJsonAsync<JsonElement>();
        var after = await TokenOfAdmin();
        Assert.That(new JsonWebToken(after).Kid,
            Is.EqualTo(rotation.GetProperty("keyId").GetString()).And.Not.EqualTo(new JsonWebToken(before).Kid));
        Assert.That(await Status(Http, before), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Status(Http, after), Is.EqualTo(HttpStatusCode.OK));
        await TestKit.Eventually.True(async () => await Status(elsewhere, after) == HttpStatusCode.OK,
            "the second gateway knows the new key");
        Assert.That(await Status(elsewhere, before), Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> Status(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me");
        request.Headers.Authorization = new("Bearer", token);
        return (await http.SendAsync(request)).StatusCode;
    }

    private static string Token(SigningCredentials? credentials, string session, DateTime expires, string audience = "superintel",
        string issuer = "superintel-gateway") =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Expires = expires,
            Subject = new ClaimsIdentity([new Claim("sub", "owner"), new Claim("role", "admin"), new Claim("sid", session)]),
            SigningCredentials = credentials,
        });
}
