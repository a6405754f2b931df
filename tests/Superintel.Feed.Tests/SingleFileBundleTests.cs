using System.Text;

namespace Superintel.Feed.Tests;

public sealed class SingleFileBundleTests
{
    [Test]
    public void Bundle_when_read_gives_each_file_its_bytes()
    {
        var bundle = SingleFileBundle.Read(BundleImage.Of(("a.dll", "first"), ("sub/b.json", "second")));

        Assert.That(bundle.Names, Is.EqualTo(new[] { "a.dll", "sub/b.json" }));
        Assert.That(Encoding.UTF8.GetString(bundle["a.dll"]), Is.EqualTo("first"));
        Assert.That(Encoding.UTF8.GetString(bundle["sub/b.json"]), Is.EqualTo("second"));
    }

    [Test]
    public void Bundle_when_a_file_is_missing_says_which() =>
        Assert.That(
            () => SingleFileBundle.Read(BundleImage.Of(("a.dll", "first")))["c.dll"].Length,
            Throws.TypeOf<FeedException>().With.Message.Contains("c.dll"));

    [Test]
    public void Image_without_a_signature_is_refused() =>
        Assert.That(() => SingleFileBundle.Read(new byte[200]), Throws.TypeOf<FeedException>().With.Message.Contains("signature"));

    [Test]
    public void Bundle_of_another_version_is_refused() =>
        Assert.That(
            () => SingleFileBundle.Read(BundleImage.OfVersion(7, ("a.dll", "first"))),
            Throws.TypeOf<FeedException>().With.Message.Contains("version 7"));

    [Test]
    public void Bundle_with_a_compressed_file_is_refused() =>
        Assert.That(
            () => SingleFileBundle.Read(BundleImage.WithCompressed(("a.dll", "first"))),
            Throws.TypeOf<FeedException>().With.Message.Contains("a.dll is compressed"));
}
