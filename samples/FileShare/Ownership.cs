using Instrumentation;

// Who is called, wherever a type does not say otherwise. Nothing is promised for all: where no [Objective] stands, the alerts' defaults
// hold, an error rate of 1 % and a 95th percentile of 500 ms.
[assembly: OwnedBy("sharing")]
