namespace ShipCaptainCrew.Api;

/// <summary>How much of each charter a list shows.</summary>
internal enum EventListView
{
    Full,
    Summary,
}
