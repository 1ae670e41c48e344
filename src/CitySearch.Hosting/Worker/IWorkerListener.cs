namespace CitySearch.Hosting.Worker;

/// <summary>Hears of an indexer worker's news; register it as a service. The log has the same.</summary>
public interface IWorkerListener
{
    /// <summary>Takes a piece of news, on the worker's own time: it goes on when this returns.</summary>
    void Hear(WorkerNotice notice);
}
