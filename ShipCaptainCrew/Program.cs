using System.Globalization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Api;
using ShipCaptainCrew.Commands;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Live;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Pages;
using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

// Without a request, everything is formatted as in the United States, whatever the machine's language.
CultureInfo.DefaultThreadCurrentCulture =
    CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-US");

var builder = WebApplication.CreateBuilder(args);
var storage = StoragePaths.From(builder.Configuration, builder.Environment.ContentRootPath);

// Storage, accounts, mail, actions.
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage(storage);
builder.Services.AddEvidence(storage);
builder.Services.AddData();
builder.Services.AddMaintenance();
builder.Services.AddAccounts(storage);
builder.Services.AddLive();
builder.Services.AddMail();
builder.Services.AddActions();
builder.Services.AddDemo();

// Pages, API, scheduled jobs.
builder.AddWeb();
builder.Services.AddPages();
builder.Services.AddApi();
builder.Services.AddJobs();

var app = builder.Build();
app.UseWeb();
app.UseAuthentication();
app.UseRateLimiter();
app.UseMiddleware<AnotherOperatorLog>();
app.UseMiddleware<KeepFormMiddleware>();
app.UseMiddleware<ViewerMiddleware>();
app.UseAuthorization();
app.UseMiddleware<KeptAnswersMiddleware>();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapApi();
app.MapPages();

return await CommandLine.Run(app, args);
