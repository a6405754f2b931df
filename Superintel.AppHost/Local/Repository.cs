using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local;

/// <summary>Where the sources and what was built from them lie.</summary>
public sealed class Repository
{
    private const string Landmark = "Superintel.sln";
    private const string Configuration = "Release";

    public Repository(string root) => Root = root;

    public string Root { get; }

    /// <exception cref="FleetException">This program was copied out of its repository.</exception>
    public static Repository Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
                return new Repository(folder.FullName);
        }

        throw new FleetException($"No {Landmark} above {AppContext.BaseDirectory}.");
    }

    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The assembly that a project file builds.</summary>
    public string Assembly(string projectFile)
    {
        var project = At(projectFile);
        return Path.Combine(
            Path.GetDirectoryName(project)!, "bin", Configuration, "net10.0", Path.GetFileNameWithoutExtension(project) + ".dll");
    }
}
