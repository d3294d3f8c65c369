using System.CommandLine;
using Instrumentation.Annotator;

var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "The folder whose C# files are changed." }.AcceptExistingOnly();
var exclude = new Option<string[]>("--exclude") { Description = "Files to leave alone: a pattern relative to FOLDER, such as **/Generated/**." };
var define = new Option<string[]>("--define") { Description = "A preprocessor symbol; code that is not compiled is not annotated." };
var publicOnly = new Option<bool>("--public-only") { Description = "Only public methods of public types." };
var measured = new Option<bool>("--measured") { Description = "Add [Measured] as well." };
var undo = new Option<bool>("--undo") { Description = "Take away what was added." };

var command = new RootCommand("Annotates every method of a folder with [Traced], to try the generator on foreign code.") { folder, exclude, define, publicOnly, measured, undo };
command.SetAction(result =>
{
    var options = new AnnotatorOptions(
        result.GetValue(measured), result.GetValue(publicOnly), result.GetValue(undo), [.. result.GetValue(exclude) ?? []], [.. result.GetValue(define) ?? []]);
    var counts = FolderAnnotator.Run(result.GetRequiredValue(folder).FullName, options);

    Console.WriteLine($"{(options.Undo ? "restored" : "annotated")}: {counts.Methods} methods in {counts.Files} files");
    if (!options.Undo) Console.WriteLine($"left alone: {counts.AlreadyAnnotated} annotated before, {counts.OtherParts} other parts of partial methods");
    foreach (var problem in counts.Unreadable) Console.Error.WriteLine($"left alone, does not parse: {problem}");
    return 0;
});
return command.Parse(args).Invoke();
