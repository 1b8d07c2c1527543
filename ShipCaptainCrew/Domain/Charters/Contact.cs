namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The person who booked: the charterer.</summary>
public sealed record Contact(string? Name, string? Email, string? Phone)
{
    public static readonly Contact None = new(null, null, null);

    public static Contact Read(Input input, Contact now) => new(
        input.Text("name", now.Name),
        input.Email("email", now.Email),
        input.Text("phone", now.Phone, 40));
}
