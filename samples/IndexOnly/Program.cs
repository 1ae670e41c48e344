// A service that only keeps an index up to date with its folder; other processes search it. Its settings: the section CitySearch of
// the configuration, as for the search host.
using CitySearch.Hosting.Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddCitySearch().AddCitySearchFormats().AddCitySearchWorker();
builder.Services.AddSingleton<IWorkerListener, Reporter>();
builder.Build().Run();

/// <summary>Says in one line what each update did.</summary>
internal sealed class Reporter : IWorkerListener
{
    public void Hear(WorkerNotice notice) =>
        Console.WriteLine(notice.Report is { } report ? $"{notice.Kind}: {report.Articles} articles, {report.Failed.Count} unreadable files" : $"{notice.Kind}: {notice.Cause?.Message}");
}
