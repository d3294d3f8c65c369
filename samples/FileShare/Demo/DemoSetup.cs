namespace FileShare.Demo;

internal static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
    }
}
