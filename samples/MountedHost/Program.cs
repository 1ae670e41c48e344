// An application of its own that has the search host under /search. Its settings: the section CitySearch of appsettings.json,
// the environment (CitySearch__CorpusPath) or the command line (--CitySearch:CorpusPath).
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddCitySearchHost(options => options.MaxTop = 50);
builder.Services.AddCitySearchWorker();

var app = builder.Build();
app.MapGet("/", () => "The portal. The materials are at /search/");
app.MapCitySearch("/search");
app.Run();
