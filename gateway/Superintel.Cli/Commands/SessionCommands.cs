using System.CommandLine;
using Superintel.Cli.Session;

namespace Superintel.Cli.Commands;

/// <summary>Sign in and out.</summary>
public static class SessionCommands
{
    public static Command Login()
    {
        var user = new Option<string?>("--user") { Description = "Who signs in. Default: the first administrator of the state folder." };
        var command = new Command("login", "Sign in; the password is read from SUPERINTEL_PASSWORD or asked for.") { user };
        command.SetAction(async (parsed, ct) =>
        {
            var connection = Connection.From(parsed.GetValue(ConnectionOptions.Url), parsed.GetValue(ConnectionOptions.State));
            using var gateway = new GatewayClient(connection);
            var credentials = parsed.GetValue(user) is { } name
                ? new Credentials(name, Environment.GetEnvironmentVariable("SUPERINTEL_PASSWORD") ?? AskPassword(name))
                : Credentials.OfAdministrator(connection) ?? throw new FormatException("Name the user with --user.");
            var session = await gateway.SignIn(credentials, ct);
            Console.Out.WriteLine($"Signed in as {credentials.User} until {session.ExpiresAt:yyyy-MM-dd HH:mm} UTC.");
            return ExitCode.Success;
        });
        return command;
    }

    public static Command Logout()
    {
        var command = new Command("logout", "Forget the saved session.");
        command.SetAction(parsed =>
        {
            SavedSession.Forget(Connection.From(parsed.GetValue(ConnectionOptions.Url), parsed.GetValue(ConnectionOptions.State)));
            Console.Out.WriteLine("Signed out.");
            return ExitCode.Success;
        });
        return command;
    }

    private static string AskPassword(string user)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? "";
        Console.Error.Write($"Password of {user}: ");
        var typed = new List<char>();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace) typed.Add(key.KeyChar);
            else if (typed.Count > 0) typed.RemoveAt(typed.Count - 1);
        }
        Console.Error.WriteLine();
        return new string([.. typed]);
    }
}
