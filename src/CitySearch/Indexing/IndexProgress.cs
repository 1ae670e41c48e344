namespace CitySearch.Indexing;

/// <summary>How far an indexing run is.</summary>
/// <param name="FilesDone">Files read and put into the index.</param>
/// <param name="FilesTotal">Files to read in this run.</param>
/// <param name="BytesDone">Bytes of the files done.</param>
/// <param name="BytesTotal">Bytes of all files to read.</param>
/// <param name="Articles">Articles put into the index in this run.</param>
public readonly record struct IndexProgress(int FilesDone, int FilesTotal, long BytesDone, long BytesTotal, int Articles);
