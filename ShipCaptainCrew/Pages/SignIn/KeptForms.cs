using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>
/// Keeps a form that was sent after its session had ended, and gives it back once the same person is signed in again
/// and opens its page. A cookie says that there is one, so that other requests need not look.
/// </summary>
public sealed class KeptForms(AppDbContext db, Change change, TimeProvider clock)
{
    /// <summary>The longest form that is kept, in characters of JSON.</summary>
    private const int Longest = 100_000;

    public async Task Keep(HttpContext http, Guid personId, JsonObject fields)
    {
        var json = fields.ToJsonString();
        if (fields.Count == 0 || json.Length > Longest) return;
        var path = http.Request.Path.ToString();
        await change.Run(async actor =>
        {
            await db.Set<KeptForm>().Where(row => row.PersonId == personId).ExecuteDeleteAsync();
            db.Add(new KeptForm(personId, path, json, actor.At));
            return personId;
        }, http.RequestAborted);
        BackCookie.Set(http, path);
        var cookie = KeptFormCookie.Of(http);
        cookie.MaxAge = KeptForm.Life;
        http.Response.Cookies.Append(cookie.Name!, "1", cookie.Build(http));
    }

    /// <summary>
    /// The fields of the person's kept form of this page, which is then forgotten; null if there is none.
    /// </summary>
    public async Task<JsonObject?> Take(HttpContext http, Guid personId)
    {
        if (!KeptFormCookie.IsSent(http)) return null;
        var (path, oldest) = (http.Request.Path.ToString(), clock.GetUtcNow() - KeptForm.Life);
        var kept = await db.Set<KeptForm>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.PersonId == personId && row.Path == path && row.At > oldest);
        if (kept is null) return null;
        await change.Run(_ => db.Set<KeptForm>().Where(row => row.PersonId == personId).ExecuteDeleteAsync());
        http.Response.Cookies.Delete(KeptFormCookie.Of(http).Name!, KeptFormCookie.Of(http).Build(http));
        return JsonNode.Parse(kept.Fields)!.AsObject();
    }
}
