using System.Security.Cryptography;

namespace Superintel.AppHost.Local.State;

/// <summary>The first administrator, for the person who set the fleet up; the gateway makes the account from it.</summary>
public sealed record AdminFile(string User, string Password)
{
    // No letters or digits that are easily mistaken for each other: this one is typed by hand.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static void EnsureIn(StateFolder folder)
    {
        if (!File.Exists(folder.Admin))
            PrivateFile.Write(folder.Admin, new AdminFile("admin", RandomNumberGenerator.GetString(Alphabet, 24)));
    }
}
