namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>A port: its name and position in degrees (north and east positive).</summary>
public sealed record Port(string Name, double Latitude, double Longitude)
{
    public static readonly Port Nowhere = new("", 0, 0);

    public static Port? Read(Input input, Port? current)
    {
        var name = input.Text("name", current?.Name);
        var latitude = input.Number("latitude", current?.Latitude, -90, 90);
        var longitude = input.Number("longitude", current?.Longitude, -180, 180);
        if (name is null && latitude is null && longitude is null) return null;
        if (name is null && !input.HasError("name")) input.Error("name", "Enter the port's name.");
        if (latitude is null && !input.HasError("latitude"))
            input.Error("latitude", "Enter the latitude in degrees, north positive.");
        if (longitude is null && !input.HasError("longitude"))
            input.Error("longitude", "Enter the longitude in degrees, east positive.");
        return new(name ?? "", latitude ?? 0, longitude ?? 0);
    }
}
