namespace Superintel.Feed;

/// <summary>Tells MSBuild that Aspire's packages do not restore here; where they do, there is no file and the default holds.</summary>
public static class AspireProbe
{
    private const string Unavailable = """
        <Project>
          <!-- Written by eng/feed: Aspire's packages do not restore from this machine's registry. Delete it to try again. -->
          <PropertyGroup>
            <AspireAvailable>false</AspireAvailable>
          </PropertyGroup>
        </Project>

        """;

    public static async Task WriteAsync(string path, bool available, CancellationToken cancellationToken)
    {
        if (available)
        {
            File.Delete(path);
            Console.WriteLine("feed: Aspire's packages restore; the application host is built with Aspire");
            return;
        }

        await File.WriteAllTextAsync(path, Unavailable, cancellationToken);
        Console.WriteLine("feed: Aspire's packages do not restore; the application host is built without Aspire");
    }
}
