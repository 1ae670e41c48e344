using System.IO.Compression;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Http;

/// <summary>
/// What stands around every endpoint of the host. It is wrapped around the endpoints themselves, not put before the
/// application's routing, so that the host is as well guarded under a path of another application as by itself.
/// </summary>
internal sealed class HostPipeline
{
    private readonly IServiceProvider _services;
    private readonly RateLimiterOptions? _limits;
    private readonly ResponseCompressionProvider _compression;

    /// <summary>Makes what all endpoints share.</summary>
    public HostPipeline(IServiceProvider services, IOptions<CitySearchHostOptions> options)
    {
        _services = services;
        _limits = options.Value.RequestsPerMinute > 0 ? Limits(options.Value.RequestsPerMinute) : null;
        var compression = new ResponseCompressionOptions
        {
            // No cookie and nothing else secret stands in an answer, so its length tells nothing worth knowing.
            EnableForHttps = true,
            MimeTypes = ["application/json", Problem.MediaType, "text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml"],
        };
        compression.Providers.Add(new BrotliCompressionProvider(Options.Create(new BrotliCompressionProviderOptions { Level = CompressionLevel.Fastest })));
        compression.Providers.Add(new GzipCompressionProvider(Options.Create(new GzipCompressionProviderOptions { Level = CompressionLevel.Fastest })));
        _compression = new ResponseCompressionProvider(services, Options.Create(compression));
    }

    /// <summary>An endpoint with everything around it.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isOpen">Whether it tells nothing of the materials and may be asked by everybody and at any rate.</param>
    public RequestDelegate Around(RequestDelegate endpoint, bool isOpen)
    {
        var app = new ApplicationBuilder(_services);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<FailureResponses>();
        app.UseMiddleware<OriginGuard>();
        if (!isOpen)
        {
            app.Use(_services.GetRequiredService<KeyGuard>().IdentifyAsync);
            if (_limits is not null)
            {
                app.UseRateLimiter(_limits);
            }

            app.Use(_services.GetRequiredService<KeyGuard>().RequireAsync);
        }

        app.UseMiddleware<ResponseCompressionMiddleware>(_compression);
        app.Run(endpoint);
        return app.Build();
    }

    private static RateLimiterOptions Limits(int requestsPerMinute)
    {
        const int Segments = 6;
        return new RateLimiterOptions
        {
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
                KeyGuard.Client(context),
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = requestsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Segments })),
            OnRejected = (rejected, _) => new ValueTask(Problems.TooMany(60 / Segments).WriteAsync(rejected.HttpContext)),
        };
    }
}
