using CitySearch.Cli.QueryConsole.Editing;

namespace CitySearch.Cli.Tests.QueryConsole.Editing;

/// <summary>A keyboard whose keys are written before; at Sleep the program is put aside from without, and goes on.</summary>
internal sealed class ScriptedKeyboard(string keys, int width) : IKeyboard
{
    private readonly Queue<ConsoleKeyInfo> _keys = new(Keys.Of(keys));
    private TaskCompletionSource _turned = new();
    private Action? _resumed;

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => 24;

    /// <summary>Whether keys are read one by one.</summary>
    public bool IsOn { get; private set; }

    /// <inheritdoc/>
    public void Turn(TextWriter output, bool isOn) => IsOn = isOn;

    /// <inheritdoc/>
    public void TurnAgain(TextWriter output) => _turned.TrySetResult();

    /// <inheritdoc/>
    public void Suspend() => Assert.False(IsOn);

    /// <inheritdoc/>
    public IDisposable? WhenResumed(Action act)
    {
        _resumed = act;
        return null;
    }

    /// <inheritdoc/>
    public ConsoleKeyInfo Read()
    {
        Assert.True(IsOn);
        var key = _keys.Dequeue();
        if (key.Key != ConsoleKey.Sleep)
        {
            return key;
        }

        _turned = new TaskCompletionSource();
        _resumed!();
        Assert.True(_turned.Task.Wait(TimeSpan.FromMinutes(1)), "The keys were not turned on again.");
        return _keys.Dequeue();
    }
}
