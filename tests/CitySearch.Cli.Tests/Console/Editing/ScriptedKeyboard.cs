using CitySearch.Cli.QueryConsole.Editing;

namespace CitySearch.Cli.Tests.QueryConsole.Editing;

/// <summary>A keyboard whose keys are written before.</summary>
internal sealed class ScriptedKeyboard(string keys, int width) : IKeyboard
{
    private readonly Queue<ConsoleKeyInfo> _keys = new(Keys.Of(keys));

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => 24;

    /// <summary>Whether keys are read one by one.</summary>
    public bool IsOn { get; private set; }

    /// <inheritdoc/>
    public void Turn(TextWriter output, bool isOn) => IsOn = isOn;

    /// <inheritdoc/>
    public void Suspend() => Assert.False(IsOn);

    /// <inheritdoc/>
    public ConsoleKeyInfo Read()
    {
        Assert.True(IsOn);
        return _keys.Dequeue();
    }
}
