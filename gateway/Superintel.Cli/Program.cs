using System.CommandLine;
using System.CommandLine.Help;
using Superintel.Cli;
using Superintel.Cli.Commands;
using Superintel.Cli.Output;

var root = new Command("superintel",
    "Superintel's command line: everything the gateway offers, from a terminal.") { new HelpOption { Recursive = true } };
foreach (var option in ConnectionOptions.All) root.Options.Add(option);
foreach (var command in CommandCatalogue.All()) root.Subcommands.Add(command);

var parsed = root.Parse(args);
var exit = await Failures.Guard(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
return parsed.Errors.Count > 0 ? ExitCode.BadInput : exit;
