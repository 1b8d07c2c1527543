using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Api;

/// <summary>Registers and maps the JSON API.</summary>
public static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddScoped<EventView>();
        services.AddProblemDetails();
        services.AddApiDocument();
        return services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.DictionaryKeyPolicy = null;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
            options.SerializerOptions.Converters.Add(new Instants());
        });
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization().Describe();
        api.MapAuth();
        api.MapInvitations();
        api.MapVessels();
        api.MapCharterTypes();
        api.MapChecklistTemplates();
        api.MapMembers();
        api.MapOperator();
        api.MapStandingOrders();
        api.MapWaiverTemplates();
        api.MapEvents();
        api.MapLifecycle();
        api.MapRoles();
        api.MapChecklists();
        api.MapDefects();
        api.MapGuests();
        api.MapMuster();
        api.MapLog();
        api.MapSearch();
        api.MapStreams();
        api.MapSun();
        app.MapPageStreams();
        app.MapApiDocument();
    }

    /// <summary>Writes instants as RFC 3339 in UTC, to the second.</summary>
    private sealed class Instants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(WireTime.Text(value));
    }
}
