namespace CitySearch.Hosting.Tests.Http;

/// <summary>
/// Tests that read metrics, with no other host at work: OpenTelemetry listens to the meters of a whole process, and those of two hosts
/// have one name, so that a host that ends can take another's figures with it.
/// </summary>
[CollectionDefinition(nameof(AloneInProcess), DisableParallelization = true)]
public sealed class AloneInProcess;
