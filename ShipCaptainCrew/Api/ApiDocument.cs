using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>
/// The OpenAPI document at <c>/openapi/v1.json</c> and, in development, a page to read and try the API.
/// </summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    /// <summary>Response headers by status, for every operation.</summary>
    private static readonly (string Status, string Header, string Description)[] Headers =
    [
        ("201", "Location", "Address of the created resource."),
        ("401", "WWW-Authenticate", "The Bearer scheme."),
        ("429", "Retry-After", "Seconds to wait before the next attempt."),
        ("503", "Retry-After", "Seconds to wait before the next attempt."),
        ("507", "Retry-After", "Seconds to wait before the next attempt."),
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

    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddSingleton<ApiDocumentBytes>().AddOpenApi(ApiDocumentBytes.Name, options =>
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(DescribeSchema);
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapGet(ApiAddresses.Document, (ApiDocumentBytes document, HttpContext http) => document.Send(http))
            .AllowAnonymous().ExcludeFromDescription().RequireRateLimiting(RateLimits.Open);
        if (app.Environment.IsDevelopment())
            app.MapScalarApiReference("/dev/api", page => page.WithOpenApiRoutePattern("/openapi/{documentName}.json"))
                .AllowAnonymous().AddEndpointFilter(AllowInlineScripts);
    }

    /// <summary>
    /// Relaxes the content security policy for the reference page, which uses inline scripts and styles.
    /// </summary>
    private static ValueTask<object?> AllowInlineScripts(
        EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.ContentSecurityPolicy =
            "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";
        return next(call);
    }

    private static string? NameOf(JsonTypeInfo type) =>
        PublishedNames.GetValueOrDefault(Nullable.GetUnderlyingType(type.Type) ?? type.Type)
        ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static Task DescribeDocument(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new()
        {
            Title = "ShipCaptainCrew",
            Version = "v1",
            Description = "Charters, crew, checklists and sun times of a charter boat. Instants are RFC 3339 in UTC.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new() { Url = "/", Description = "The server that has this document." }];
        if (document.Tags is { } tags) ApiTags.Describe(tags);
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
            Description = "A token from POST /api/auth/tokens.",
        });
        return Task.CompletedTask;
    }

    private static async Task DescribeOperation(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Security = metadata.OfType<IAllowAnonymous>().Any()
            ? [] : [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        if (metadata.OfType<BodyOf>().LastOrDefault() is { } body)
        {
            operation.RequestBody = Body(
                await context.GetOrCreateSchemaAsync(body.Type, null, cancel),
                isEdit: !body.IsWhole && context.Description.HttpMethod == HttpMethods.Put);
        }

        if (metadata.OfType<QueryOf>().LastOrDefault() is { } query)
            AddQuery(operation, await context.GetOrCreateSchemaAsync(query.Type, null, cancel));
        if (metadata.OfType<OtherBodyOf>().LastOrDefault() is { } other)
            AddBody(operation.Responses!["200"], await context.GetOrCreateSchemaAsync(other.Type, null, cancel));
        foreach (var header in metadata.OfType<HeadersOf>().SelectMany(headers => headers.Names))
            Add(operation, header, ParameterLocation.Header, false, new OpenApiSchema { Type = JsonSchemaType.String });
        foreach (var (status, header, text) in Headers) AddHeader(operation.Responses!, status, header, text);
        if (operation.Parameters?.Any(parameter => parameter.Name == "If-None-Match") == true)
            AddHeader(operation.Responses!, "200", "ETag", "Identifies the revision as this viewer sees it.");
        Sort(operation.Responses!);
    }

    private static void AddHeader(OpenApiResponses responses, string status, string header, string text)
    {
        if (responses.GetValueOrDefault(status) is not OpenApiResponse response) return;
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers.Add(
            header,
            new OpenApiHeader { Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }

    /// <summary>A creation requires its required fields; an edit may leave out any field.</summary>
    private static OpenApiRequestBody Body(OpenApiSchema schema, bool isEdit)
    {
        if (isEdit) schema.Required = null;
        return new()
        {
            Required = schema.Required?.Count > 0,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
        };
    }

    private static void AddBody(IOpenApiResponse response, OpenApiSchema other)
    {
        foreach (var content in response.Content!.Values)
            content.Schema = new OpenApiSchema { AnyOf = [content.Schema!, other] };
    }

    private static void AddQuery(OpenApiOperation operation, OpenApiSchema schema)
    {
        foreach (var (name, type) in schema.Properties!)
            Add(operation, name, ParameterLocation.Query, schema.Required?.Contains(name) == true, type);
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

    /// <summary>Describes types with custom converters, which the generator cannot inspect.</summary>
    private static Task DescribeSchema(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        if (type == typeof(DateTimeOffset?))
            (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        if (type.IsEnum) schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }
}
