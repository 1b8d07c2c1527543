namespace ShipCaptainCrew.Actions.Charters;

/// <summary>The charters of a day.</summary>
/// <param name="Charters">How many there are.</param>
/// <param name="Short">How many of them are short of crew.</param>
public sealed record DayCount(int Charters, int Short)
{
    public static readonly DayCount None = new(0, 0);
}
