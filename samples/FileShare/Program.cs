using FileShare.Accounts;
using FileShare.Demo;
using FileShare.Files;
using FileShare.Links;
using FileShare.Pages;
using FileShare.Storage;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,

    // Started from elsewhere (dotnet FileShare.dll): page and settings lie beside the program.
    ContentRootPath = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory,
});

builder.AddInstrumentation();
builder.AddStorage();
builder.AddAccounts();
builder.AddFiles();
builder.AddLinks();
builder.AddPages();
builder.AddDemo(args);

var app = builder.Build();

app.UsePages();
app.UseAccounts();
app.MapAccounts();
app.MapFiles();
app.MapLinks();

await app.RunAsync();
