namespace Superintel.TestKit;

/// <summary>Where tests keep files: below one folder of the test process, which goes with the last test whatever became of it.</summary>
public static class Scratch
{
    private static readonly Lock Gate = new();
    private static string? root;
    private static int made;

    /// <returns>The path of a new, empty folder. Short, because sockets lie in it, whose paths may have 107 characters.</returns>
    public static string Folder(string name)
    {
        lock (Gate)
        {
            root ??= Directory.CreateTempSubdirectory("superintel-").FullName;
            return Directory.CreateDirectory(Path.Combine(root, $"{name}{++made}")).FullName;
        }
    }

    /// <returns>The path of a file that is not there yet, in a folder of its own.</returns>
    public static string File(string name) => Path.Combine(Folder("file"), name);

    internal static void Remove()
    {
        lock (Gate)
        {
            if (root is null) return;
            try
            {
                Directory.Delete(root, recursive: true);
            }
            catch (IOException)
            {
                // A program that a test left running still writes there; the test run's own folder takes the rest.
            }

            root = null;
        }
    }
}
