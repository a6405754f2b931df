namespace Superintel.AppHost;

/// <summary>The clone that this program was built in.</summary>
public static class Repository
{
    /// <summary>Absolute path of the folder that holds the solution.</summary>
    /// <exception cref="InvalidOperationException">The program does not lie inside a clone.</exception>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Superintel.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {start} holds Superintel.sln.");
    }
}
