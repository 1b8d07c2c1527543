using Microsoft.AspNetCore.Mvc.Filters;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// Sets the language of guest pages: the query parameter "lang", else the browser's preferred supported language.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GuestLanguageAttribute : Attribute, IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        Languages.Speak(LanguageOf(context.HttpContext.Request));
        return next();
    }

    private static string LanguageOf(HttpRequest request) =>
        request.Query["lang"].LastOrDefault(Languages.Has) ?? PreferredLanguage(request) ?? Languages.English;

    private static string? PreferredLanguage(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(Languages.Has);
}
