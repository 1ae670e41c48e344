namespace CitySearch.Tests.Concepts;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => _now;

    public void Pass(int milliseconds) => _now += milliseconds;
}
