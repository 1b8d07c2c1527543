using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

/// <summary>
/// How the API describes itself: <c>/openapi/v1.json</c> and, for a developer, a page to read and try it.
/// </summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    /// <summary>Headers that go with a status, whatever was called.</summary>
    private static readonly (string Status, string Header, string Says)[] Headers =
    [
        ("201", "Location", "Where the thing is that was made."),
        ("401", "WWW-Authenticate", "Bearer."),
        ("429", "Retry-After", "Seconds until it is worth another try."),
        ("503", "Retry-After", "Seconds until it is worth another try."),
        ("507", "Retry-After", "Seconds until it is worth another try."),
    ];

    /// <summary>Schemas that keep their published name although the type has another.</summary>
    private static readonly Dictionary<Type, string> PublishedNames = new()
    {
        [typeof(DepartureRule)] = "Anchor",
        [typeof(GuestManifestJson)] = "CompanyJson",
        [typeof(PositionJson)] = "PlaceJson",
        [typeof(RequestOriginJson)] = "WhenceJson",
        [typeof(GuestStatus)] = "Whereabout",
    };

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(Tell);
        options.AddSchemaTransformer(Spell);
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        if (app.Environment.IsDevelopment())
            app.MapScalarApiReference("/dev/api", page => page.WithOpenApiRoutePattern("/openapi/{documentName}.json"))
                .AllowAnonymous().AddEndpointFilter(LetItsScriptsRun);
    }

    /// <summary>The reference page brings scripts and styles of its own; ours allow none but ours.</summary>
    private static ValueTask<object?> LetItsScriptsRun(
        EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.ContentSecurityPolicy =
            "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";
        return next(call);
    }

    private static string? NameOf(JsonTypeInfo type) =>
        PublishedNames.GetValueOrDefault(Nullable.GetUnderlyingType(type.Type) ?? type.Type)
        ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static Task Introduce(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info =
            new() { Title = "ShipCaptainCrew", Version = "v1",
                Description =
                    "A charter boat's day: charters, crew, checklists and the Sun. Instants are RFC 3339 in UTC." };
        document.Servers?.Clear();
        document.AddComponent(Bearer,
            new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT",
                Description = "From POST /api/auth/tokens." });
        return Task.CompletedTask;
    }

    private static async Task Tell(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var about = context.Description.ActionDescriptor.EndpointMetadata;
        if (!about.OfType<IAllowAnonymous>().Any())
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        if (about.OfType<BodyOf>().LastOrDefault() is { } body)
            operation.RequestBody =
                Body(await context.GetOrCreateSchemaAsync(body.Type, null, cancel),
                    isEdit: !body.IsWhole && context.Description.HttpMethod == HttpMethods.Put);
        if (about.OfType<QueryOf>().LastOrDefault() is { } query)
            AddQuery(operation, await context.GetOrCreateSchemaAsync(query.Type, null, cancel));
        foreach (var header in about.OfType<HeadersOf>().SelectMany(headers => headers.Names))
            Add(operation, header, ParameterLocation.Header, false, new OpenApiSchema { Type = JsonSchemaType.String });
        foreach (var (status, header, says) in Headers) Carry(operation.Responses!, status, header, says);
        if (operation.Parameters?.Any(parameter => parameter.Name == "If-None-Match") == true)
            Carry(operation.Responses!, "200", "ETag", "The revision, and who asks.");
        Sort(operation.Responses!);
    }

    private static void Carry(OpenApiResponses answers, string status, string header, string says)
    {
        if (answers.GetValueOrDefault(status) is OpenApiResponse answer)
            (answer.Headers ??= new Dictionary<string, IOpenApiHeader>()).Add(header,
                new OpenApiHeader { Description = says, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }

    /// <summary>What makes a thing needs its required fields; what changes one takes any of them.</summary>
    private static OpenApiRequestBody Body(OpenApiSchema schema, bool isEdit)
    {
        if (isEdit) schema.Required = null;
        return new() { Required = schema.Required?.Count > 0,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } } };
    }

    private static void AddQuery(OpenApiOperation operation, OpenApiSchema schema)
    {
        foreach (var (name, type) in schema.Properties!) Add(
            operation, name, ParameterLocation.Query, schema.Required?.Contains(name) == true, type);
    }

    private static void Add(
        OpenApiOperation operation, string name, ParameterLocation where, bool required, IOpenApiSchema schema) =>
        (operation.Parameters ??= []).Add(
            new OpenApiParameter { Name = name, In = where, Required = required, Schema = schema });

    private static void Sort(OpenApiResponses responses)
    {
        var sorted = responses.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToList();
        responses.Clear();
        foreach (var (status, answer) in sorted) responses.Add(status, answer);
    }

    /// <summary>Says what the generator cannot see behind our own converters.</summary>
    private static Task Spell(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        if (type == typeof(DateTimeOffset?))
            (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        if (type.IsEnum) schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }
}
