using System.CommandLine;
using System.Text.Json;
using CitySearch.Hosting;
using CitySearch.Hosting.Http;
using CitySearch.Searching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CitySearch.Cli;

/// <summary><c>citysearch serve</c>: the search host.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var urls = settings.Value("--urls", "URLS", $"where to listen (default {SearchServerSettings.DefaultUrls})", $"监听地址（默认 {SearchServerSettings.DefaultUrls}）");
        var noIndex = settings.Flag("--no-index", "do not index: read what another process commits", "不建立索引，只读取其他进程提交的索引");
        var isPublic = settings.Flag("--public", "let everybody ask, without an API key", "向所有人开放，无需 API 密钥");
        var newKey = settings.Value("--new-key", "NAME", "print a new API key and the line to put into appsettings.json", "生成新的 API 密钥及写入 appsettings.json 的一行");
        var command = new Command("serve", language.Say("the search host: HTTP API, web page, MCP endpoint", "检索服务：HTTP API、网页、MCP 端点")) { urls, noIndex, isPublic, newKey };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(newKey) is { } name)
            {
                PrintKey(name, terminal);
                return CommandLine.Done;
            }

            var server = new SearchServerSettings(settings.Read(arguments))
            {
                Urls = arguments.GetValue(urls) ?? SearchServerSettings.DefaultUrls,
                Public = arguments.GetValue(isPublic),
                KeepsIndex = !arguments.GetValue(noIndex),
                Folder = terminal.Folder,
            };
            await RunAsync(server, terminal, cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task RunAsync(SearchServerSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        var language = terminal.Language;
        try
        {
            await using var app = SearchServer.Create(settings);
            await app.StartAsync(cancellationToken);
            foreach (var url in app.Urls)
            {
                await terminal.Error.WriteLineAsync(language.Say($"listening on {url}", $"正在监听 {url}"));
            }

            await app.WaitForShutdownAsync(cancellationToken);
        }
        catch (ServerRefusedException e)
        {
            throw new UsageException(language.Say(e.Message, e.Chinese));
        }
        catch (OptionsValidationException e)
        {
            throw new UsageException(string.Join("; ", e.Failures));
        }
    }

    private static void PrintKey(string name, Terminal terminal)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains(':', StringComparison.Ordinal))
        {
            throw new UsageException(terminal.Language.Say("--new-key: write a name without colons, for example portal", "--new-key：请写不含冒号的名称，例如 portal"));
        }

        var key = ApiKey.New();
        terminal.Output.WriteLine(key);
        terminal.Error.WriteLine(terminal.Language.Say(
            "The key is shown this once. Give it to the client, and put its hash into appsettings.json under CitySearch, ApiKeys:",
            "密钥仅显示这一次。请交给客户端，并将其散列写入 appsettings.json 的 CitySearch 下的 ApiKeys："));
        terminal.Output.WriteLine($"\"{JsonEncodedText.Encode(name, SearchJson.Encoder)}\": \"{ApiKey.Hash(key)}\"");
    }
}
