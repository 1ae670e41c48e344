using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CitySearch.Hosting.Http;

/// <summary>The web page: the files of <c>wwwroot</c>, which stand in the assembly.</summary>
internal static class WebPage
{
    private const string Root = "wwwroot/";
    private const string Index = "index.html";

    private static readonly Lazy<FrozenDictionary<string, PageFile>> Files = new(Load);

    /// <summary>Maps each file to its path, and the page itself to the root.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (path, file) in Files.Value)
        {
            endpoints.MapMethods(path == Index ? "/" : "/" + path, ["GET", "HEAD"], context => WriteAsync(context, file)).ExcludeFromDescription();
        }
    }

    private static Task WriteAsync(HttpContext context, PageFile file)
    {
        var request = context.Request;
        if (file.IsIndex && !request.Path.Value!.EndsWith('/'))
        {
            // The page names its files relative to its own folder, wherever that is mounted.
            context.Response.Redirect($"{request.PathBase}{request.Path}/{request.QueryString}", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.ETag = file.Tag.ToString();
        headers.CacheControl = "no-cache";
        if (EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held) && held.Any(h => h.Compare(file.Tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = file.Bytes.Length;
        return context.Response.Body.WriteAsync(file.Bytes, 0, file.Bytes.Length, context.RequestAborted);
    }

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(WebPage).Assembly;
        var types = new FileExtensionContentTypeProvider();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Root.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                var type = types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
                return new PageFile(
                    bytes,
                    type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type,
                    // Weak: the file may be sent compressed.
                    new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"", isWeak: true),
                    name == Root + Index);
            });
    }

    private sealed record PageFile(byte[] Bytes, string MediaType, EntityTagHeaderValue Tag, bool IsIndex);
}
