using System.CommandLine;
using CitySearch.Hosting.Http;
using CitySearch.Hosting.Mcp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CitySearch.Cli;

/// <summary><c>citysearch mcp</c>: the MCP server on standard input and output.</summary>
internal static class McpCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var noIndex = settings.Flag("--no-index", "do not index: read what another process commits", "不建立索引，只读取其他进程提交的索引");
        var command = new Command("mcp", terminal.Language.Say("the MCP server on standard input and output", "标准输入输出上的 MCP 服务")) { noIndex };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var server = new SearchServerSettings(settings.Read(arguments)) { KeepsIndex = !arguments.GetValue(noIndex), Folder = terminal.Folder };
            try
            {
                using var host = McpStdioServer.Create(server);
                await host.RunAsync(cancellationToken);
            }
            catch (OptionsValidationException e)
            {
                throw new UsageException(string.Join("; ", e.Failures));
            }

            return CommandLine.Done;
        });
        return command;
    }
}
