using System.Collections.Concurrent;
using CitySearch.Corpus;

namespace CitySearch.Indexing;

/// <summary>
/// What became of one file in a run. What was read replaces what the index had of the file; where the reading broke
/// off, or an article was refused, the index keeps what it had.
/// </summary>
internal sealed class FileIntake(ChangedFile changed)
{
    // One of these is kept for every file of a run, and most files are one good article: the rest is made when it is needed.
    private static readonly HashSet<string> None = [];

    private readonly HashSet<string> _before = changed.Before?.Articles.ToHashSet(StringComparer.Ordinal) ?? None;
    private readonly List<string> _read = new(1);
    private HashSet<string>? _names;
    private List<string>? _kept;
    private ConcurrentDictionary<string, string>? _refused;
    private string? _error;
    private bool _isBrokenOff;
    private bool _isOutdated;

    /// <summary>The file.</summary>
    public ChangedFile Changed => changed;

    /// <summary>Whether the reading broke off or an article was refused: more may belong to the file than was indexed.</summary>
    public bool IsIncomplete => _isBrokenOff || _refused is not null;

    /// <summary>Takes an article that the reader gave.</summary>
    /// <returns>Whether to index it.</returns>
    /// <exception cref="ReadingException">The article claims to be of another file.</exception>
    public bool Accept(Article article)
    {
        var path = changed.File.File.Path;
        if (article.Id != path && !article.Id.StartsWith(path + "#", StringComparison.Ordinal))
        {
            throw new ReadingException($"the reader calls an article {article.Id}, which is not of this file; its id must be the file's path, or begin with it and #");
        }

        if (IsRead(article.Id))
        {
            _error ??= $"two articles are called {article.Id}; only the first of them was read";
            return false;
        }

        _read.Add(article.Id);
        if (_read.Count > 1)
        {
            (_names ??= [.. _read]).Add(article.Id);
        }

        return true;
    }

    /// <summary>Whether nothing of an article can be in the index.</summary>
    public bool IsNew(string article) => !_before.Contains(article);

    /// <summary>Whether an article was read and not refused.</summary>
    public bool IsIndexed(string article) => IsRead(article) && !IsRefused(article);

    /// <summary>Takes note that an article came from somewhere else than the file.</summary>
    public void Keep(string article) => (_kept ??= []).Add(article);

    /// <summary>Takes note that an article could not be indexed; from any thread.</summary>
    public void Refuse(string article, string error) =>
        LazyInitializer.EnsureInitialized(ref _refused, () => new ConcurrentDictionary<string, string>(StringComparer.Ordinal))[article] = error;

    /// <summary>Takes note that the reading broke off.</summary>
    public void BreakOff(string error)
    {
        _isBrokenOff = true;
        _error = error;
    }

    /// <summary>Takes note that the file changed while it was read: it must be read again, whatever its content.</summary>
    public void Outdate() => _isOutdated = true;

    /// <summary>The articles that are to leave the index.</summary>
    public IEnumerable<string> Stale() => _isBrokenOff ? [] : _before.Where(id => !IsRead(id));

    /// <summary>What to remember of the file.</summary>
    public FileRecord Record()
    {
        var articles = _read.FindAll(id => !IsRefused(id) || _before.Contains(id));
        if (_isBrokenOff)
        {
            articles.AddRange(changed.Before?.Articles.Where(id => !IsRead(id)) ?? []);
        }

        articles.AddRange(_kept ?? []);

        return new FileRecord(changed.File.File.Path, changed.Stamp.Length, changed.Stamp.ModifiedTicks, _isOutdated ? "" : changed.Hash, changed.File.Reader.Version, articles, Error());
    }

    private bool IsRead(string article) => _names?.Contains(article) ?? (_read is [var only] && only == article);

    private bool IsRefused(string article) => _refused?.ContainsKey(article) ?? false;

    private string? Error()
    {
        if (_error is not null || _refused is null)
        {
            return _error;
        }

        var refused = _refused.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} cannot be indexed: {r.Value}").First();
        return _refused.Count > 1 ? $"{refused} (and {_refused.Count - 1} more)" : refused;
    }
}
