using Instrumentation.Operations.Commands;

return CommandLine.Run(args, Console.Out, Console.Error);
