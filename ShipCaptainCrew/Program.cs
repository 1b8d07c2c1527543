using System.Globalization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Api;
using ShipCaptainCrew.Commands;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Live;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Pages;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Web;

// One language for now, whatever the machine's; a person's own comes from their request once there are two.
CultureInfo.DefaultThreadCurrentCulture =
    CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-US");

var builder = WebApplication.CreateBuilder(args);
var storage = StoragePaths.From(builder.Configuration, builder.Environment.ContentRootPath);

// How things are kept, who people are, what can be done.
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddData(storage);
builder.Services.AddAccounts(storage);
builder.Services.AddLive();
builder.Services.AddMail();
builder.Services.AddActions();
builder.Services.AddDemo();

// What people see, what programs see, what happens by itself.
builder.AddWeb();
builder.Services.AddPages();
builder.Services.AddApi();
builder.Services.AddJobs();

var app = builder.Build();
app.UseWeb();
app.UseAuthentication();
app.UseRateLimiter();
app.UseMiddleware<ViewerMiddleware>();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapApi();
app.MapPages();

return await CommandLine.Run(app, args);
