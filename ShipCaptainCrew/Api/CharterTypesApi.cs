using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

internal static class CharterTypesApi
{
    private static readonly ReferenceEndpoints<CharterType, CharterTypeActions, CharterTypeJson> Endpoints =
        new("/charter-types", (type, _) => CharterTypeJson.Of(type), typeof(CharterTypeBody));

    public static void MapCharterTypes(this RouteGroupBuilder api) => Endpoints.Map(api);
}
