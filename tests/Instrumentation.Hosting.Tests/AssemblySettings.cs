// Meters and their listeners belong to the process: one host at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
