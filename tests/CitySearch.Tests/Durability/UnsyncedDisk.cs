using CitySearch.Indexing;

namespace CitySearch.Tests.Durability;

/// <summary>A disk for tests that cut no power: syncs would take most of their time.</summary>
internal class UnsyncedDisk : FileOperations
{
    public override void Sync(string path)
    {
    }

    public override void SyncFolder(string folder)
    {
    }
}
