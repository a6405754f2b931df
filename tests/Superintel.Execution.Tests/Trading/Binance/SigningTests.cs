using System.Text;
using System.Text.Json;
using Superintel.TestKit;
using Superintel.Venue.Binance.Signing;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class SigningTests
{
    private const string Secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private const string Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    [TestCase("symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
        "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71")]
    [TestCase("apiKey=vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A&price=0.10000000&quantity=1.00000000"
        + "&recvWindow=5000&side=BUY&symbol=１２３４５６&timeInForce=GTC&timestamp=1645423376532&type=LIMIT",
        "b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd")]
    public void Hmac_signature_equals_the_documentations(string payload, string signature) =>
        Assert.That(new HmacSigner("key", Secret).Sign(Encoding.UTF8.GetBytes(payload)), Is.EqualTo(signature));

    [TestCase(0, 0)]
    [TestCase(63, 100)]
    [TestCase(64, 512)]
    [TestCase(65, 513)]
    [TestCase(200, 5_000)]
    public void Hmac_signature_equals_the_platforms_for_keys_and_payloads_of_any_length(int key, int payload)
    {
        var (secret, text) = (new string('k', key), new byte[payload]);
        new Random(key).NextBytes(text);
        Assert.That(new HmacSigner("key", secret).Sign(text), Is.EqualTo(Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text))));
    }

    // RFC 8032, section 7.1, tests 1 to 3.
    [TestCase(Seed, "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [TestCase("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [TestCase("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Ed25519_signature_equals_the_rfcs(string seed, string message, string signature) => Assert.That(
        Convert.ToHexStringLower(Convert.FromBase64String(
            new Ed25519Signer("key", Convert.FromHexString(seed)).Sign(Convert.FromHexString(message)))),
        Is.EqualTo(signature));

    // The plain arithmetic is slow and obvious; the fast one must not differ for any key or message.
    [Test]
    public void Ed25519_signature_equals_that_of_plain_arithmetic()
    {
        var draw = new Random(25519);
        for (var i = 0; i < 40; i++)
        {
            var (seed, message) = (new byte[32], new byte[draw.Next(300)]);
            draw.NextBytes(seed);
            draw.NextBytes(message);
            if (i == 0) seed.AsSpan().Fill(0xFF);
            Assert.That(new Ed25519Signer("key", seed).Sign(message),
                Is.EqualTo(Convert.ToBase64String(PlainEdwardsPoint.Sign(seed, message))), Convert.ToHexString(seed));
        }
    }

    [Test]
    [Category(SharedData.Category)]
    public void Every_recorded_request_is_signed_the_same()
    {
        var ed25519 = Ed25519Signer.FromPem("key", Recorded.Json("signing/ed25519_key.json").GetProperty("pkcs8Pem").GetString()!);
        var hmac = new HmacSigner("key", Secret);
        var compared = 0;
        foreach (var request in Recorded.Files("requests_third_party").Select(f => JsonDocument.Parse(File.ReadAllBytes(f)).RootElement))
        {
            if (!request.TryGetProperty("signaturePayload", out var payload)) continue;
            ISigner signer = request.GetProperty("keyType").GetString() == "hmac" ? hmac : ed25519;
            var signature = signer.Sign(Encoding.UTF8.GetBytes(payload.GetString()!));
            var sent = string.Concat(new[] { "query", "body", "text" }.Select(name => Text(request, name)));
            Assert.That(sent, Does.Contain(signature).Or.Contain(Uri.EscapeDataString(signature)), request.GetProperty("name").GetString());
            compared++;
        }
        Assert.That(compared, Is.EqualTo(21));
    }

    [Test]
    public void Parameters_are_encoded_before_they_are_signed()
    {
        var encoded = new RequestParameters().Add("symbol", "１２３").Add("quantity", 0.00078000m).Add("timestamp", 5L)
            .EncodeSigned(new HmacSigner("key", Secret));

        Assert.That(encoded, Does.StartWith("symbol=%EF%BC%91%EF%BC%92%EF%BC%93&quantity=0.00078&timestamp=5&signature="));
        var payload = encoded[..encoded.IndexOf("&signature=", StringComparison.Ordinal)];
        Assert.That(encoded, Does.EndWith(new HmacSigner("key", Secret).Sign(Encoding.UTF8.GetBytes(payload))));
    }

    private static string Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var text) ? text.GetString() ?? string.Empty : string.Empty;
}
