using Instrumentation;

// Who is called, and what is promised, wherever a type or a method does not say otherwise.
[assembly: OwnedBy("sharing")]
[assembly: Objective(Availability = 99.9, LatencyMs = 500)]
