namespace ShipCaptainCrew.Addresses;

/// <summary>Addresses of API resources, for Location headers.</summary>
public static class ApiAddresses
{
    /// <summary>The OpenAPI document.</summary>
    public const string Document = "/openapi/v1.json";

    public const string Operator = "/api/operator";
    public const string StandingOrders = "/api/standing-orders";

    public static string Event(Guid id) => $"/api/events/{id}";

    public static string Timing(Guid eventId) => $"{Event(eventId)}/timing";

    public static string Guest(Guid eventId, Guid id) => $"{Event(eventId)}/guests/{id}";

    public static string Checklist(Guid eventId, Guid id) => $"{Event(eventId)}/checklists/{id}";

    public static string Defect(Guid id) => $"/api/defects/{id}";

    /// <param name="collection">The collection's path below <c>/api</c>, such as <c>/vessels</c>.</param>
    public static string Reference(string collection, Guid id) => $"/api{collection}/{id}";
}
